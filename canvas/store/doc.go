// Package store keeps projects, and what is exported from them, in files. A
// save is atomic and durable: a crash, a full disk or a power cut leaves the
// old file or the new one, never a part. It knows files and package file; it
// must not know windows.
package store
