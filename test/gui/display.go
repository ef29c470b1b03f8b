//go:build linux

package main

import (
	"bufio"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"time"

	"github.com/jezek/xgb"
	"github.com/jezek/xgb/damage"
	"github.com/jezek/xgb/shm"
	"github.com/jezek/xgb/xfixes"
	"github.com/jezek/xgb/xproto"
	"github.com/jezek/xgb/xtest"
	"golang.org/x/sys/unix"
)

// The size of the display, which is that of a first window.
const width, height = 1400, 900

// A display is a virtual screen with a pointer.
type display struct {
	name   string // as programs have it in DISPLAY
	server *exec.Cmd
	conn   *xgb.Conn
	root   xproto.Window
	pixels []byte // what [display.grab] brings, in four bytes a pixel
	seg    shm.Seg
	drawn  chan time.Time // a moment at which something was drawn
}

// newDisplay starts a display.
func newDisplay() (*display, error) {
	read, write, err := os.Pipe()
	if err != nil {
		return nil, err
	}
	defer read.Close()
	d := &display{drawn: make(chan time.Time, 1)}
	d.server = exec.Command("Xvfb", "-displayfd", "3", "-screen", "0", fmt.Sprintf("%dx%dx24", width, height),
		"-dpi", "96", "-nolisten", "tcp", "-noreset")
	d.server.ExtraFiles = []*os.File{write}
	if err := d.server.Start(); err != nil {
		return nil, fmt.Errorf("%w; scripts/deps display installs what is missing", err)
	}
	_ = write.Close()
	number, err := bufio.NewReader(read).ReadString('\n')
	if err != nil {
		d.close()
		return nil, fmt.Errorf("no display from Xvfb: %w", err)
	}
	d.name = ":" + strings.TrimSpace(number)
	if err := d.connect(); err != nil {
		d.close()
		return nil, err
	}
	return d, nil
}

// connect opens the ways in which the display is looked at and worked on.
func (d *display) connect() error {
	var err error
	if d.conn, err = xgb.NewConnDisplay(d.name); err != nil {
		return err
	}
	for _, extend := range []func(*xgb.Conn) error{damage.Init, shm.Init, xfixes.Init, xtest.Init} {
		if err := extend(d.conn); err != nil {
			return err
		}
	}
	d.root = xproto.Setup(d.conn).DefaultScreen(d.conn).Root
	if err := d.share(); err != nil {
		return err
	}
	if _, err := xfixes.QueryVersion(d.conn, 5, 0).Reply(); err != nil {
		return err
	}
	if _, err := damage.QueryVersion(d.conn, 1, 1).Reply(); err != nil {
		return err
	}
	id, err := damage.NewDamageId(d.conn)
	if err != nil {
		return err
	}
	if err := damage.CreateChecked(d.conn, id, xproto.Drawable(d.root), damage.ReportLevelRawRectangles).Check(); err != nil {
		return err
	}
	go d.listen()
	return nil
}

// share makes the memory through which the server hands over its pixels.
func (d *display) share() error {
	id, err := unix.SysvShmGet(unix.IPC_PRIVATE, width*height*4, unix.IPC_CREAT|0o600)
	if err != nil {
		return fmt.Errorf("shared memory: %w", err)
	}
	// It goes once nobody has it any more.
	defer func() { _, _ = unix.SysvShmCtl(id, unix.IPC_RMID, nil) }()
	if d.pixels, err = unix.SysvShmAttach(id, 0, 0); err != nil {
		return fmt.Errorf("shared memory: %w", err)
	}
	if d.seg, err = shm.NewSegId(d.conn); err != nil {
		return err
	}
	return shm.AttachChecked(d.conn, d.seg, uint32(id), false).Check()
}

// listen tells of everything that is drawn; what nobody has asked for meanwhile
// is told once.
func (d *display) listen() {
	for {
		event, err := d.conn.WaitForEvent()
		if event == nil && err == nil {
			return // the connection is closed
		}
		if _, ok := event.(damage.NotifyEvent); !ok {
			continue
		}
		select {
		case d.drawn <- time.Now():
		default:
		}
	}
}

// wait waits until something is drawn; false means that nothing was in time.
func (d *display) wait(limit time.Duration) bool {
	select {
	case <-d.drawn:
		return true
	case <-time.After(limit):
		return false
	}
}

// grab brings the pixels of some rows.
func (d *display) grab(top, rows int) ([]byte, error) {
	_, err := shm.GetImage(d.conn, xproto.Drawable(d.root), 0, int16(top), width, uint16(rows), 0xffffffff, xproto.ImageFormatZPixmap, d.seg, 0).Reply()
	return d.pixels[:width*rows*4], err
}

// point moves the pointer.
func (d *display) point(x, y int) {
	xtest.FakeInput(d.conn, xproto.MotionNotify, 0, 0, d.root, int16(x), int16(y), 0)
}

// press presses or lets go of the left button.
func (d *display) press(down bool) {
	kind := byte(xproto.ButtonRelease)
	if down {
		kind = xproto.ButtonPress
	}
	xtest.FakeInput(d.conn, kind, 1, 0, d.root, 0, 0, 0)
}

// close ends the display.
func (d *display) close() {
	if d.conn != nil {
		d.conn.Close()
	}
	if d.pixels != nil {
		_ = unix.SysvShmDetach(d.pixels)
	}
	_ = d.server.Process.Kill()
	_ = d.server.Wait()
}
