package chart_test

import (
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/shopspring/decimal"

	"ninefold/assets"
	"ninefold/assets/locale"
	"ninefold/canvas/costing"
	"ninefold/canvas/file"
	"ninefold/canvas/geometry"
	"ninefold/export/chart"
	"ninefold/export/image"
	"ninefold/export/scene"
	"ninefold/export/text"
	"ninefold/internal/golden"
)

const size = 11

func model(t *testing.T) *costing.Model {
	t.Helper()
	p, _, err := file.Decode(assets.Sample("en"))
	if err != nil {
		t.Fatal(err)
	}
	return costing.New(p)
}

// draw lays a chart out on a page of its own.
func draw(c *chart.Chart, w, h float64, look *scene.Look) (*chart.Plot, *scene.Page) {
	page := &scene.Page{W: w, H: h}
	page.Add(scene.Rect{W: w, H: h, Paint: scene.Paint{Fill: look.Sheet}})
	plot := c.Layout(geometry.Rect{X: 10, Y: 10, W: w - 20, H: h - 20}, size)
	plot.Draw(page, look)
	return plot, page
}

func texts(page *scene.Page) []string {
	var out []string
	for _, item := range page.Items {
		if s, ok := item.(scene.Text); ok {
			out = append(out, s.Text)
		}
	}
	return out
}

func TestChartsLookAsTheyDid(t *testing.T) {
	m, words := model(t), locale.Of("en")
	_, light := draw(chart.Projection(m, "EUR", words), 480, 300, scene.Light())
	golden.CompareImage(t, "projection-light", image.Render(light, 1))
	_, stages := draw(chart.CostByStage(m, "EUR", words), 480, 260, scene.Dark())
	golden.CompareImage(t, "stages-dark", image.Render(stages, 1))
}

// All that is written lies on the chart's page and nothing of it on another,
// in every language and in small places, too.
func TestTextsKeepApart(t *testing.T) {
	m := model(t)
	for _, lang := range locale.Langs() {
		words := locale.Of(lang)
		for name, c := range map[string]*chart.Chart{
			"projection": chart.Projection(m, "EUR", words), "stages": chart.CostByStage(m, "EUR", words),
		} {
			for _, w := range []float64{260, 480, 900} {
				_, page := draw(c, w, 280, scene.Print())
				var taken []geometry.Rect
				for _, item := range page.Items {
					s, ok := item.(scene.Text)
					if !ok {
						continue
					}
					r := geometry.Rect{X: s.X, Y: s.Y - s.Size*0.75, W: text.Measure(s.Text, s.Size, s.Bold), H: s.Size}
					if r.X < 9 || r.Right() > w-9 || r.Y < 9 || r.Bottom() > 271 {
						t.Errorf("%s %s, %v wide: %q is not on its place: %v", lang, name, w, s.Text, r)
					}
					for _, o := range taken {
						if r.Overlaps(o) {
							t.Errorf("%s %s, %v wide: %q lies on another text", lang, name, w, s.Text)
						}
					}
					taken = append(taken, r)
				}
			}
		}
	}
}

// row is a series of figures; NaN is one that is not available.
func row(values ...float64) chart.Series {
	s := chart.Series{Name: "row"}
	for _, v := range values {
		if math.IsNaN(v) {
			s.Values = append(s.Values, costing.Amount{})
		} else {
			s.Values = append(s.Values, costing.Known(decimal.NewFromFloat(v)))
		}
	}
	return s
}

func places(n int) []string { return slices.Repeat([]string{"x"}, n) }

func TestTicksAreRound(t *testing.T) {
	for _, c := range []struct {
		lang   locale.Lang
		values []float64
		want   string
	}{
		{"en", []float64{-6420, 18240}, "-10,000 -5,000 0 5,000 10,000 15,000 20,000"},
		{"it", []float64{-6420, 18240}, "-10.000 -5000 0 5000 10.000 15.000 20.000"},
		{"en", []float64{0.013, 0.021}, "0.000 0.005 0.010 0.015 0.020 0.025"},
		{"pt", []float64{0.4, 1.9}, "0,0 0,5 1,0 1,5 2,0"},
		{"en", []float64{3, 3}, "0.0 0.5 1.0 1.5 2.0 2.5 3.0"},
		{"en", []float64{0, 0}, ""},
		{"en", []float64{12_000_000}, "0 2 4 6 8 10 12"},
		{"en", []float64{-4_500_000_000, 2_000_000_000}, "-6 -4 -2 0 2"},
	} {
		ch := &chart.Chart{Words: locale.Of(c.lang), Places: places(len(c.values)), Lines: []chart.Series{row(c.values...)}}
		_, page := draw(ch, 400, 300, scene.Light())
		ticks := slices.DeleteFunc(texts(page), func(s string) bool { return s == "x" || strings.ContainsAny(s, "abcdefghijklmno") })
		if got := strings.TrimSpace(strings.Join(ticks, " ")); got != c.want {
			t.Errorf("%v in %s: ticks %q, want %q", c.values, c.lang, got, c.want)
		}
	}
}

func TestLineBreaksWhereAFigureIsMissing(t *testing.T) {
	c := &chart.Chart{Words: locale.Of("en"), Places: places(6), Lines: []chart.Series{row(1, 2, math.NaN(), 4, 3, 5)}}
	plot, page := draw(c, 400, 300, scene.Light())
	var runs [][]scene.Point
	for _, item := range page.Items {
		if s, ok := item.(scene.Polyline); ok {
			runs = append(runs, s.Points)
		}
	}
	if len(runs) != 2 || len(runs[0]) != 2 || len(runs[1]) != 3 {
		t.Fatalf("runs are %v, want one of 2 points and one of 3", runs)
	}
	for i, v := range []float64{4, 3, 5} {
		if want := (scene.Point{X: plot.X(3 + i), Y: plot.Y(v)}); runs[1][i] != want {
			t.Errorf("the value %v lies at %v, want %v", v, runs[1][i], want)
		}
	}
}

func TestStackedBarsStandOnEachOther(t *testing.T) {
	c := &chart.Chart{Words: locale.Of("en"), Places: places(1), Bars: []chart.Series{row(10), row(math.NaN()), row(20), row(-5)}}
	plot, page := draw(c, 400, 300, scene.Light())
	var got [][2]float64
	for _, item := range page.Items {
		if r, ok := item.(scene.Rect); ok && r.Stroke.A > 0 && r.X > plot.Inner.X && r.Y > plot.Inner.Y-1 {
			got = append(got, [2]float64{r.Y, r.Y + r.H})
		}
	}
	want := [][2]float64{{plot.Y(10), plot.Y(0)}, {plot.Y(30), plot.Y(10)}, {plot.Y(0), plot.Y(-5)}}
	if len(got) != len(want) {
		t.Fatalf("bars %v, want %v", got, want)
	}
	for i := range want {
		if math.Abs(got[i][0]-want[i][0]) > 1e-9 || math.Abs(got[i][1]-want[i][1]) > 1e-9 {
			t.Errorf("bar %d reaches over %v, want %v", i, got[i], want[i])
		}
	}
}

func TestPointingFindsThePlace(t *testing.T) {
	m, words := model(t), locale.Of("it")
	plot, _ := draw(chart.Projection(m, "EUR", words), 480, 300, scene.Light())
	middle := plot.Inner.Center().Y
	for place := range m.Projection().Months {
		got, ok := plot.At(geometry.Point{X: plot.X(place) + 2, Y: middle})
		if !ok || got != place {
			t.Fatalf("at the place of month %d is %d, %v", place+1, got+1, ok)
		}
	}
	if _, ok := plot.At(geometry.Point{X: 5, Y: 5}); ok {
		t.Error("there is a month beside the values")
	}
	said := strings.Join(texts(plot.Readout(11, scene.Light())), "|")
	cash, _ := m.Projection().Months[11].Cash.Get()
	for _, want := range []string{"Mese 12", "Cassa|" + words.Money(cash, "EUR")} {
		if !strings.Contains(said, want) {
			t.Errorf("of month 12 is said %q, without %q", said, want)
		}
	}
}

func TestChartOfNothingSaysSo(t *testing.T) {
	words := locale.Of("es")
	for _, nothing := range []chart.Series{row(math.NaN(), math.NaN()), row(0, math.NaN())} {
		c := &chart.Chart{Words: words, Places: places(2), Lines: []chart.Series{nothing}}
		plot, page := draw(c, 300, 200, scene.Dark())
		if !slices.Contains(texts(page), words.T("chart.empty")) {
			t.Errorf("a chart of nothing says %q", texts(page))
		}
		if _, ok := plot.At(geometry.Point{X: 150, Y: 100}); ok {
			t.Error("a chart of nothing has something to point at")
		}
	}
}

// Where names have no room, the letters that they begin with stay.
func TestNamesGiveWayToLetters(t *testing.T) {
	c := &chart.Chart{Words: locale.Of("en"), Bars: []chart.Series{row(slices.Repeat([]float64{1}, 28)...)}}
	for i := range 28 {
		c.Places = append(c.Places, string(rune('A'+i%26))+" Segment of some length")
	}
	_, page := draw(c, 400, 200, scene.Light())
	if said := texts(page); !slices.Contains(said, "B") || slices.Contains(said, "…") {
		t.Errorf("the places are called %q", said)
	}
}

func TestOutlook(t *testing.T) {
	m := model(t)
	p := m.Projection()
	got := chart.Outlook(m, "EUR", locale.Of("en"))
	if p.BreakEven > 0 != strings.HasPrefix(got, "Break-even in month") || !strings.Contains(got, " · lowest cash ") {
		t.Errorf("the outlook is %q with break-even %d", got, p.BreakEven)
	}
}
