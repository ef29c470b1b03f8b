// Command ninefold is the desktop editor. It reads its flags, says what the
// program is called and hands over to package ui; it knows nothing else.
package main

import (
	"flag"
	"fmt"
	"os"
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/app"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/ui"
	"ninefold/ui/settings"
)

func main() {
	var o ui.Options
	language := flag.String("lang", "", "language of the window: "+languages()+" (default: the one chosen last, else the system's)")
	flag.BoolVar(&o.Sample, "sample", false, "open the sample project")
	flag.StringVar(&o.Settings, "settings", settings.Path(), "file that settings are kept in")
	flag.StringVar(&o.State, "state", settings.StatePath(), "folder that earlier versions, unsaved work and the log are kept in")
	flag.StringVar(&o.Probe, "probe", "", "write to this file where things are in the window (for tests)")
	version := flag.Bool("version", false, "print the version and exit")
	flag.Usage = func() {
		fmt.Fprintf(flag.CommandLine.Output(), "usage: ninefold [options] [FILE...]\n\n")
		flag.PrintDefaults()
	}
	flag.Parse()
	if *version {
		fmt.Println(assets.AppName, assets.Version, assets.Build)
		return
	}
	o.Language = locale.Lang(*language)
	o.Files = flag.Args()
	if !known(o.Language) {
		fmt.Fprintf(os.Stderr, "ninefold: no language %q; there are %s\n", *language, languages())
		os.Exit(2)
	}

	// Without it a program that was built plainly has no id, and Fyne no place
	// for its own files.
	app.SetMetadata(fyne.AppMetadata{
		ID: assets.AppID, Name: assets.AppName, Version: assets.Version, Build: 1,
		Icon:       fyne.NewStaticResource("icon.png", assets.AppIcon()),
		Migrations: map[string]bool{"fyneDo": true},
	})
	a := app.NewWithID(assets.AppID)
	ui.New(a, o).Run()
}

func languages() string {
	var names []string
	for _, l := range locale.Langs() {
		names = append(names, string(l))
	}
	return strings.Join(names, ", ")
}

func known(l locale.Lang) bool {
	return l == "" || slices.Contains(locale.Langs(), l)
}
