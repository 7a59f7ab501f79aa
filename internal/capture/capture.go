// Package capture brings pages in, from files, dumps, feeds, WARC, WACZ and
// the web, unread and unchanged.
//
// What a file is is told by its content, never by its name. A page's payload
// is its bytes after transfer and content decoding: the HTML within a saved
// .mhtml, the body within a record of a web archive. Whatever cannot be
// brought in is a Skip in words a reader understands, and never ends a run.
package capture

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/stemma-news/stemma"
)

// MaxPage is the size in bytes above which a page is not taken in, after
// decoding. The largest news pages are below 20 MB.
const MaxPage = 64 << 20

// Page is a page brought in.
type Page struct {
	// Capture has no ID, SHA256 and Bytes yet.
	stemma.Capture
	Body []byte
	// Meta is what else came with it (headers, redirects, container), as a
	// JSON object; "" for nothing.
	Meta string
	// From is the file or address it came from, as a label: of a page in an
	// archive the archive.
	From string
	// Skip, where set, says why there is no page.
	Skip *stemma.Skip
}

// Options of a walk.
type Options struct {
	// MaxPage is the limit of a page in bytes; 0 means MaxPage.
	MaxPage int64
	// CSV names the columns of tables; without it tables are skipped.
	CSV *Columns
}

func (o Options) limit() int64 {
	if o.MaxPage > 0 {
		return o.MaxPage
	}
	return MaxPage
}

// walker carries a walk.
type walker struct {
	ctx  context.Context
	opts Options
	to   func(Page) error
	from string // the file or address that is open
}

func (w *walker) yield(p Page) error {
	p.From = w.from
	return w.to(p)
}

// Walk yields every page at paths and URLs, in order of the paths, folders in
// order of their names. It fails only where yield does or ctx is done. Hidden
// files, and records, are passed over.
func Walk(ctx context.Context, paths []string, opts Options, yield func(Page) error) error {
	w := &walker{ctx: ctx, opts: opts, to: yield}
	for _, p := range paths {
		var err error
		if IsURL(p) {
			w.from = p
			err = w.fetch(p)
		} else {
			err = w.tree(p)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// Bytes yields the pages of bytes that stand in no file, under a label.
func Bytes(ctx context.Context, name string, body []byte, opts Options, yield func(Page) error) error {
	w := &walker{ctx: ctx, opts: opts, to: yield, from: name}
	return w.open(name, bytes.NewReader(body), bytes.NewReader(body), int64(len(body)), 0)
}

// IsURL reports whether a path names a page of the web.
func IsURL(p string) bool {
	u, err := url.Parse(p)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https") && u.Host != ""
}

// Count returns how many files Walk would look into, and URLs.
func Count(paths []string) int {
	n := 0
	for _, p := range paths {
		if IsURL(p) {
			n++
			continue
		}
		files(p, func(string, error) error { n++; return nil })
	}
	return n
}

// tree yields the pages of a file or of all files of a folder.
func (w *walker) tree(root string) error {
	n := 0
	err := files(root, func(file string, err error) error {
		n++
		w.from = label(file)
		if err := w.ctx.Err(); err != nil {
			return err
		}
		if err != nil {
			return w.skip(label(file), reason(err))
		}
		return w.file(file)
	})
	if err == nil && n == 0 {
		w.from = label(root)
		return w.skip(label(root), "the folder holds no files to read")
	}
	return err
}

// files calls f with every file at root, in order of name; err says why one,
// or a folder, cannot be looked into.
func files(root string, f func(file string, err error) error) error {
	st, err := os.Stat(root)
	if err != nil {
		return f(root, err)
	}
	if !st.IsDir() {
		return f(root, nil)
	}
	entries, err := readDir(root)
	if err != nil {
		return f(root, err)
	}
	for _, e := range entries {
		name := filepath.Join(root, e.Name())
		if hidden(e.Name()) {
			continue
		}
		switch {
		case e.IsDir():
			if page := savedWith(e.Name(), entries); page != "" {
				err = f(name, partOf{name, page})
				break
			}
			err = files(name, f)
		case e.Type().IsRegular():
			err = f(name, nil)
		case e.Type()&fs.ModeSymlink != 0: // to a file; links to folders could lead in a circle
			if st, serr := os.Stat(name); serr != nil {
				err = f(name, serr)
			} else if st.Mode().IsRegular() {
				err = f(name, nil)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// hidden reports whether a walk passes over a file: "." files, and records
// with what SQLite keeps beside them.
func hidden(name string) bool {
	if strings.HasPrefix(name, ".") {
		return true
	}
	for _, end := range []string{".stemma", ".stemma-wal", ".stemma-shm", ".stemma-journal"} {
		if strings.HasSuffix(name, end) {
			return true
		}
	}
	return false
}

// label is the name a page is known by: its path as given, cleaned, with
// slashes, and no bytes but UTF-8.
func label(file string) string {
	return strings.ToValidUTF8(path.Clean(filepath.ToSlash(file)), "\ufffd")
}

// reason says why a file cannot be opened.
func reason(err error) string {
	var part partOf
	switch {
	case errors.As(err, &part):
		return part.Error()
	case os.IsNotExist(err):
		return "there is no such file or folder"
	case os.IsPermission(err):
		return "it may not be read by this user"
	}
	return "it cannot be read: " + err.Error()
}

func (w *walker) skip(page, why string) error {
	k := stemma.NewSkip(page, "capture", why)
	return w.yield(Page{Skip: &k})
}

// meta writes what else came with a page.
func meta(m map[string]any) string {
	b, err := json.Marshal(m)
	if err != nil {
		panic("internal error: " + err.Error())
	}
	return string(b)
}

// size names a number of bytes: 64 MB.
func size(n int64) string {
	switch {
	case n >= 1<<20:
		return fmt.Sprintf("%d MB", n>>20)
	case n >= 1<<10:
		return fmt.Sprintf("%d kB", n>>10)
	}
	return fmt.Sprintf("%d bytes", n)
}
