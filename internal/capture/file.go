package capture

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/klauspost/compress/zstd"

	"github.com/stemma-news/stemma"
)

// errBomb says that packed bytes unpack to far more than pages do.
var errBomb = errors.New("it unpacks to more than a thousand times its size")

// file yields the pages of one file.
func (w *walker) file(name string) error {
	f, err := os.Open(name)
	if err != nil {
		return w.skip(label(name), reason(err))
	}
	defer f.Close()
	st, err := f.Stat()
	if err != nil {
		return w.skip(label(name), reason(err))
	}
	if !st.Mode().IsRegular() {
		return w.skip(label(name), "it is neither a file nor a folder")
	}
	if st.Size() == 0 {
		return w.skip(label(name), "the file is empty")
	}
	return w.open(label(name), f, f, st.Size(), 0)
}

// nested is how many layers of packing are undone: page.html.gz has one.
const nested = 2

// open yields the pages of one file's content r. f is the file itself where r
// is not unpacked, and n its size.
func (w *walker) open(name string, r io.Reader, f io.ReaderAt, n int64, depth int) error {
	br := bufio.NewReaderSize(r, 64<<10)
	head, err := br.Peek(sniffed)
	if err != nil && !errors.Is(err, io.EOF) {
		return w.skip(name, unpackReason(err))
	}
	kind, what := sniff(head)
	if w.opts.CSV != nil && (kind == kindText || kind == kindEmpty) && w.opts.CSV.in(head) {
		return w.table(name, br)
	}
	switch kind {
	case kindEmpty:
		if len(head) < sniffed {
			return w.skip(name, "the file is empty")
		}
		return w.single(name, br, "text/plain", stemma.GradeText)
	case kindGzip, kindZstd:
		if depth >= nested {
			return w.skip(name, "it is packed more than twice over")
		}
		return w.unpack(name, br, kind, depth)
	case kindWARC:
		return w.warc(name, br)
	case kindZip:
		if f == nil {
			return w.skip(name, "it is a zip file within a packed file: unpack it first")
		}
		return w.wacz(name, f, n)
	case kindFeed:
		return w.feed(name, br)
	case kindMail:
		return w.mail(name, br)
	case kindHTML:
		return w.single(name, br, "text/html", stemma.GradeSaved)
	case kindText:
		if ext := strings.ToLower(filepath.Ext(name)); ext == ".csv" || ext == ".tsv" {
			return w.skip(name, "it is a table: name its columns, as in `stemma read -csv text=BODY,title=HEADLINE,outlet=PAPER,url=LINK,date=DAY "+name+"`")
		}
		return w.single(name, br, "text/plain", stemma.GradeText)
	case kindXML, kindJSON:
		return w.skip(name, fmt.Sprintf("it is %s that is no feed of articles", what))
	}
	if what == "no kind of text" {
		return w.skip(name, "it is no page: its bytes are not text")
	}
	return w.skip(name, fmt.Sprintf("it is no page: its bytes are %s", what))
}

// single yields r as one page.
func (w *walker) single(name string, r io.Reader, media, grade string) error {
	body, err := w.all(r)
	if err != nil {
		return w.skip(name, unpackReason(err))
	}
	return w.yield(Page{Capture: stemma.Capture{Page: name, Grade: grade, Media: media}, Body: body})
}

// tooLarge says that a page is larger than the limit.
type tooLarge int64

func (n tooLarge) Error() string { return fmt.Sprintf("it is larger than %s", size(int64(n))) }

// all reads a page whole, up to the limit.
func (w *walker) all(r io.Reader) ([]byte, error) {
	return atMost(r, w.opts.limit())
}

// atMost reads r whole, and fails with tooLarge where it has more than limit
// bytes: what is held is never more than twice the limit.
func atMost(r io.Reader, limit int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, err
	}
	if int64(len(b)) > limit {
		return nil, tooLarge(limit)
	}
	return b, nil
}

// unpack yields the pages of a packed file.
func (w *walker) unpack(name string, r io.Reader, kind string, depth int) error {
	in := &counter{r: r}
	var out io.Reader
	switch kind {
	case kindGzip:
		z, err := gzip.NewReader(in)
		if err != nil {
			return w.skip(name, unpackReason(err))
		}
		out = z
	case kindZstd:
		z, err := zstd.NewReader(in, zstd.WithDecoderConcurrency(1), zstd.WithDecoderMaxMemory(uint64(max(w.opts.limit(), 8<<20))))
		if err != nil {
			return w.skip(name, unpackReason(err))
		}
		defer z.Close()
		out = z
	}
	return w.open(name, &ratio{r: out, in: in, free: w.opts.limit() + 1}, nil, 0, depth+1)
}

// counter counts the bytes read.
type counter struct {
	r io.Reader
	n int64
}

func (c *counter) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += int64(n)
	return n, err
}

// ratio fails with errBomb once more than free bytes, and more than a thousand
// for each packed one, came out. Text packs to about a fifth.
type ratio struct {
	r    io.Reader
	in   *counter
	n    int64
	free int64
}

func (r *ratio) Read(p []byte) (int, error) {
	n, err := r.r.Read(p)
	r.n += int64(n)
	if r.n > r.free && r.n > 1000*(r.in.n+1) {
		return 0, errBomb
	}
	return n, err
}

// unpackReason says why bytes cannot be read or unpacked.
func unpackReason(err error) string {
	var large tooLarge
	switch {
	case errors.As(err, &large):
		return fmt.Sprintf("it is larger than %s, the most a page may be", size(int64(large)))
	case errors.Is(err, errBomb):
		return errBomb.Error() + ", which no page does"
	case errors.Is(err, io.ErrUnexpectedEOF), errors.Is(err, io.EOF):
		return "it ends before it is whole"
	case errors.Is(err, gzip.ErrHeader), errors.Is(err, gzip.ErrChecksum), errors.Is(err, zstd.ErrMagicMismatch), errors.Is(err, zstd.ErrCRCMismatch):
		return "it cannot be unpacked: its bytes are damaged"
	}
	return "it cannot be read: " + strings.TrimPrefix(err.Error(), "read ")
}
