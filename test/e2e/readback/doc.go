// Package readback opens exported files with programs that are not ours, so
// that a test sees what a user's viewer sees. It is built with the tag e2e
// only and needs what `scripts/deps e2e` installs.
package readback
