package capture

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/andybalholm/brotli"
	"github.com/klauspost/compress/zstd"
)

// taken is what a walk gives: pages by label, and why others are skipped.
type taken struct {
	pages []Page
	skips map[string]string
}

func (k *taken) yield(p Page) error {
	if p.Skip != nil {
		k.skips[p.Skip.Page] += p.Skip.Why + "\n"
		return nil
	}
	k.pages = append(k.pages, p)
	return nil
}

func walk(t *testing.T, opts Options, paths ...string) *taken {
	t.Helper()
	k := &taken{skips: map[string]string{}}
	if err := Walk(t.Context(), paths, opts, k.yield); err != nil {
		t.Fatal(err)
	}
	return k
}

func (k *taken) page(t *testing.T, label string) Page {
	t.Helper()
	for _, p := range k.pages {
		if p.Page == label {
			return p
		}
	}
	t.Fatalf("no page %q among %d; skips %v", label, len(k.pages), k.skips)
	return Page{}
}

func write(t *testing.T, dir, name string, content []byte) string {
	t.Helper()
	path := filepath.Join(dir, filepath.FromSlash(name))
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, content, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

const (
	pageText = "The old mill on the river grinds again after two years, its owner said on Monday.\n"
	pageHTML = "<!doctype html><html><head><title>Mill</title></head><body><p>" + pageText + "</p></body></html>"
)

func gzipped(b string) []byte {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	z.Write([]byte(b))
	z.Close()
	return out.Bytes()
}

// record writes one record of a web archive.
func warcRecord(kind, uri, contentType, content string) string {
	return fmt.Sprintf("WARC/1.1\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\nWARC-Date: 2021-05-03T08:00:00Z\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n",
		kind, uri, contentType, len(content), content)
}

func answer(status int, fields, body string) string {
	return fmt.Sprintf("HTTP/1.1 %d Status\r\n%s\r\n%s", status, fields, body)
}

func warcResponse(uri, fields, body string) string {
	return warcRecord("response", uri, "application/http;msgtype=response", answer(200, fields, body))
}

// TestFeedTitles holds that a title given as HTML is read as what it shows.
func TestFeedTitles(t *testing.T) {
	dir := t.TempDir()
	write(t, dir, "feed.xml", []byte(`<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title type="html">Mill &amp;amp; Weir</title><entry>`+
		`<title type="html"><![CDATA[Miller &#8216;ready&#8217; for <em>the weir</em>, 3 < 4]]></title><link href="https://example.org/1"/><content type="html">`+
		strings.Repeat(pageText, 20)+`</content></entry></feed>`))
	k := walk(t, Options{}, dir)
	if len(k.pages) != 1 {
		t.Fatalf("%d pages", len(k.pages))
	}
	for _, want := range []string{"<h1>Miller ‘ready’ for the weir, 3 &lt; 4</h1>", `content="Mill &amp; Weir"`} {
		if !strings.Contains(string(k.pages[0].Body), want) {
			t.Errorf("no %q in %.400s", want, k.pages[0].Body)
		}
	}
}

func TestToldByContent(t *testing.T) {
	dir := t.TempDir()
	long := strings.Repeat(pageText, 20)
	for name, content := range map[string]string{
		"page.bin": pageHTML, "sub/text": pageText, "packed.html": string(gzipped(pageHTML)),
		"wide.txt": "\xff\xfem\x00i\x00l\x00l\x00", "latin.txt": "M\xfchle am Flu\xdf\n",
		"feed":      `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Post</title><entry><title>Mill</title><link href="https://example.org/1"/><content type="html">` + long + `</content></entry></feed>`,
		"empty.txt": "", "blank.txt": " \n\n", "image.txt": "\x89PNG\r\n\x1a\n\x00\x00", "map.xml": "<?xml version=\"1.0\"?><urlset></urlset>",
		"data.json": `{"a": 1}`, "table.csv": "a,b\n1,2\n", ".hidden": pageText, "r.stemma": pageText, "zip.zip": "PK\x05\x06" + strings.Repeat("\x00", 18),
	} {
		write(t, dir, name, []byte(content))
	}
	k := walk(t, Options{}, dir)
	var got []string
	root := label(dir) + "/"
	for _, p := range k.pages {
		got = append(got, strings.TrimPrefix(p.Page, root)+" "+p.Media+" "+p.Grade)
	}
	want := "https://example.org/1 text/html saved|latin.txt text/plain text|packed.html text/html saved|page.bin text/html saved|sub/text text/plain text|wide.txt text/plain text"
	if strings.Join(got, "|") != want {
		t.Errorf("pages %q", got)
	}
	for name, why := range map[string]string{
		"empty.txt": "the file is empty", "blank.txt": "the file is empty", "image.txt": "image/png", "map.xml": "XML that is no feed",
		"data.json": "JSON", "table.csv": "name its columns", "zip.zip": "no web archive",
	} {
		if !strings.Contains(k.skips[root+name], why) {
			t.Errorf("%s: %q", name, k.skips[root+name])
		}
	}
	if len(k.skips) != 7 {
		t.Errorf("skips %q", k.skips)
	}
}

// TestSavedPage holds that of a page saved with its folder the page alone is
// read, and that the folder is a skip; a folder of such a name without its page
// is a folder like others.
func TestSavedPage(t *testing.T) {
	dir := t.TempDir()
	for name, content := range map[string]string{
		"Mill.html": pageHTML, "Mill_files/frame.html": pageHTML, "Mill_files/mill.js": "go()", "Mill_files/sub/advert.html": pageHTML,
		"Mühle.htm": pageHTML, "Mühle-Dateien/saved_resource.html": pageHTML, "case_files/letter.html": pageHTML,
	} {
		write(t, dir, name, []byte(content))
	}
	k := walk(t, Options{}, dir)
	var got []string
	root := label(dir) + "/"
	for _, p := range k.pages {
		got = append(got, strings.TrimPrefix(p.Page, root))
	}
	if want := "Mill.html|Mühle.htm|case_files/letter.html"; strings.Join(got, "|") != want {
		t.Errorf("pages %q", got)
	}
	if why := k.skips[root+"Mill_files"]; !strings.Contains(why, "saved page Mill.html: its 3 files") || len(k.skips) != 2 {
		t.Errorf("skips %q", k.skips)
	}
}

func TestFolderEndings(t *testing.T) {
	if ls := strings.Split(strings.TrimSuffix(folderEndings, "\n"), "\n"); !slices.IsSorted(ls) {
		t.Error("folders.txt is not sorted")
	}
}

// TestWARC holds that transfer and content encodings are undone, that pages
// are kept with address and time, and that the rest is counted.
func TestWARC(t *testing.T) {
	var br, zs bytes.Buffer
	b := brotli.NewWriter(&br)
	b.Write([]byte(pageHTML))
	b.Close()
	z, _ := zstd.NewWriter(&zs)
	z.Write([]byte(pageHTML))
	z.Close()
	chunked := fmt.Sprintf("%x\r\n%s\r\n0\r\n\r\n", len(pageHTML), pageHTML)
	archive := warcRecord("warcinfo", "", "application/warc-fields", "software: test\r\n") +
		warcResponse("https://example.org/plain", "Content-Type: text/html; charset=iso-8859-1\r\n", pageHTML) +
		warcResponse("https://example.org/chunked", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", chunked) +
		warcResponse("https://example.org/unchunked", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\n", pageHTML) +
		warcResponse("https://example.org/gzip", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", string(gzipped(pageHTML))) +
		warcResponse("https://example.org/ungzipped", "Content-Type: text/html\r\nContent-Encoding: gzip\r\n", pageHTML) +
		warcResponse("https://example.org/br", "Content-Type: text/html\r\nContent-Encoding: br\r\n", br.String()) +
		warcResponse("https://example.org/zstd", "Content-Type: text/html\r\nContent-Encoding: zstd\r\n", zs.String()) +
		warcResponse("https://example.org/image", "Content-Type: image/png\r\n", "\x89PNG\r\n\x1a\n\x00\x00") +
		warcResponse("https://example.org/robots.txt", "Content-Type: text/plain\r\n", "User-agent: *\n") +
		warcRecord("response", "https://example.org/gone", "application/http", answer(404, "Content-Type: text/html\r\n", pageHTML)) +
		warcRecord("revisit", "https://example.org/plain", "application/http", answer(200, "", "")) +
		warcRecord("conversion", "https://example.org/text", "text/plain", pageText) +
		warcRecord("resource", "<https://example.org/resource>", "text/html", pageHTML)
	dir := t.TempDir()
	plain := write(t, dir, "a.warc", []byte(archive))
	var members bytes.Buffer // one member of gzip for each record, as crawlers write them
	for _, rec := range strings.SplitAfter(archive, "\r\n\r\n\r\n\r\n") {
		members.Write(gzipped(rec))
	}
	var zipped bytes.Buffer
	zw := zip.NewWriter(&zipped)
	e, _ := zw.CreateHeader(&zip.FileHeader{Name: "archive/data.warc.gz"})
	e.Write(members.Bytes())
	zw.Close()
	for _, file := range []string{plain, write(t, dir, "b.warc.gz", members.Bytes()), write(t, dir, "c.wacz", zipped.Bytes())} {
		k := walk(t, Options{}, file)
		if len(k.pages) != 9 {
			t.Errorf("%s: %d pages, %q", file, len(k.pages), k.skips)
		}
		for _, p := range k.pages {
			want := pageHTML
			if p.Page == "https://example.org/text" {
				want = pageText
			}
			if string(p.Body) != want || p.URL != p.Page || p.At == nil || p.At.Year() != 2021 || p.Grade != "archive" || p.From != label(file) {
				t.Errorf("%s: page %s: %+v", file, p.Page, p)
			}
		}
		if c := k.page(t, "https://example.org/plain").Charset; c != "iso-8859-1" {
			t.Errorf("charset %q", c)
		}
		for _, why := range k.skips {
			if why != "4 of its records are no pages: 1 image/png, 1 revisit, 1 status 404, 1 text/plain\n" {
				t.Errorf("%s: %q", file, why)
			}
		}
	}
	k := walk(t, Options{}, write(t, dir, "cut.warc", []byte(archive[:len(archive)-200])))
	if len(k.pages) != 8 || len(k.skips) != 1 {
		t.Errorf("an archive that breaks off: %d pages, %q", len(k.pages), k.skips)
	}
}

// TestBounds holds that nothing larger than the limit is taken in, however it
// is packed, and that the rest of an archive is.
func TestBounds(t *testing.T) {
	dir := t.TempDir()
	big := strings.Repeat("grain ", 1<<20)
	var bomb bytes.Buffer
	b := brotli.NewWriterLevel(&bomb, 9)
	for range 64 {
		b.Write([]byte(big))
	}
	b.Close()
	var zs bytes.Buffer
	z, _ := zstd.NewWriter(&zs)
	for range 64 {
		z.Write(make([]byte, 1<<20))
	}
	z.Close()
	for name, content := range map[string]string{
		"big.txt": big, "big.gz": string(gzipped(big)), "wide.zst": zs.String(),
		"a.warc": warcResponse("https://example.org/bomb", "Content-Type: text/html\r\nContent-Encoding: br\r\n", bomb.String()) +
			warcResponse("https://example.org/big", "Content-Type: text/html\r\n", big) +
			warcResponse("https://example.org/small", "Content-Type: text/html\r\n", pageHTML),
	} {
		write(t, dir, name, []byte(content))
	}
	k := walk(t, Options{MaxPage: 1 << 20}, dir)
	if len(k.pages) != 1 {
		t.Errorf("%d pages", len(k.pages))
	}
	k.page(t, "https://example.org/small")
	if len(k.skips) != 5 {
		t.Errorf("skips %q", k.skips)
	}
	for page, why := range k.skips {
		if !strings.Contains(why, "it is larger than 1 MB, the most a page may be") && !strings.HasSuffix(page, "wide.zst") {
			t.Errorf("%s: %q", page, why)
		}
	}
}

func TestTable(t *testing.T) {
	dir := t.TempDir()
	file := write(t, dir, "t", []byte("\ufeffTitle;Body;Link\nMill;\"The mill\nstands; it grinds.\";https://example.org/1\n;;\n;Only text.;none\n"))
	c, err := ParseColumns("text=body,title=title,url=link")
	if err != nil {
		t.Fatal(err)
	}
	k := walk(t, Options{CSV: c}, file)
	if len(k.pages) != 2 || string(k.pages[0].Body) != "Mill\n\nThe mill\nstands; it grinds." || k.pages[0].URL != "https://example.org/1" ||
		string(k.pages[1].Body) != "Only text." || k.pages[1].URL != "" {
		t.Errorf("pages %+v", k.pages)
	}
	for _, bad := range []string{"text", "title=a", "text=", "words=a"} {
		if _, err := ParseColumns(bad); err == nil {
			t.Errorf("columns %q", bad)
		}
	}
}

func TestFetch(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/old":
			http.Redirect(w, r, "/page", http.StatusMovedPermanently)
		case "/page":
			if !strings.HasPrefix(r.UserAgent(), "stemma/") {
				w.WriteHeader(http.StatusForbidden)
			}
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
			fmt.Fprint(w, pageHTML)
		case "/image":
			fmt.Fprint(w, "\x89PNG\r\n\x1a\n\x00\x00")
		case "/loop":
			http.Redirect(w, r, "/loop", http.StatusFound)
		default:
			http.NotFound(w, r)
		}
	}))
	defer s.Close()
	k := walk(t, Options{}, s.URL+"/old", s.URL+"/image", s.URL+"/gone", s.URL+"/loop", "http://127.0.0.1:1/")
	if len(k.pages) != 1 || len(k.skips) != 4 {
		t.Errorf("%d pages, %q", len(k.pages), k.skips)
	}
	p := k.page(t, s.URL+"/old")
	if p.URL != s.URL+"/page" || p.At == nil || string(p.Body) != pageHTML || p.Charset != "utf-8" || !strings.Contains(p.Meta, `"redirects":["`) {
		t.Errorf("page %+v", p)
	}
	for page, why := range map[string]string{"/image": "no page", "/gone": "404", "/loop": "redirects more than"} {
		if !strings.Contains(k.skips[s.URL+page], why) {
			t.Errorf("%s: %q", page, k.skips[s.URL+page])
		}
	}
}

func TestMail(t *testing.T) {
	saved := "From: <Saved by Browser>\r\nSnapshot-Content-Location: https://example.org/mill\r\nSubject: =?utf-8?q?M=C3=BChle?=\r\nDate: Mon, 3 May 2021 10:00:00 +0200\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/html\r\n\r\n" + pageHTML + "\r\n--b--\r\n"
	k := walk(t, Options{}, write(t, t.TempDir(), "page.html", []byte(saved)))
	if len(k.pages) != 1 {
		t.Fatalf("skips %q", k.skips)
	}
	p := k.pages[0]
	if p.URL != "https://example.org/mill" || p.At.Hour() != 8 || p.Media != "message/rfc822" || string(p.Body) != saved || !strings.Contains(p.Meta, "Mühle") {
		t.Errorf("page %+v", p)
	}
}

// FuzzBytes holds that any bytes give pages within the limit or skips, and
// that the same bytes give the same.
func FuzzBytes(f *testing.F) {
	archive := warcResponse("https://example.org/a", "Content-Type: text/html\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\n", "5\r\nhello\r\n0\r\n\r\n") +
		warcRecord("resource", "https://example.org/b", "text/plain", pageText)
	for _, s := range []string{archive, "WARC/1.0\r\n", "WARC/1.0\r\nContent-Length: 9999999999999\r\n\r\n", string(gzipped(archive)), pageHTML, pageText,
		"<rss><channel><item><description>" + strings.Repeat("word ", 80) + "</description></item></channel></rss>",
		"From: a\r\nMIME-Version: 1.0\r\n\r\nx", "text,b\n\"", "PK\x03\x04"} {
		f.Add([]byte(s))
	}
	const limit = 1 << 16
	f.Fuzz(func(t *testing.T, b []byte) {
		var runs [2]string
		for i := range runs {
			err := Bytes(context.Background(), "f", b, Options{MaxPage: limit, CSV: &Columns{Text: "text"}}, func(p Page) error {
				if len(p.Body) > limit+1024 { // a feed's entry has a head of its own
					t.Errorf("a page of %d bytes", len(p.Body))
				}
				if (p.Skip == nil) == (p.Body == nil) && p.Skip == nil {
					t.Error("neither page nor skip")
				}
				if p.Skip == nil {
					runs[i] += p.Page + "\x00" + p.Meta + "\x00" + string(p.Body) + "\x00"
				} else {
					runs[i] += p.Skip.Page + "\x00" + p.Skip.Why + "\x00"
				}
				return nil
			})
			if err != nil {
				t.Error(err)
			}
		}
		if runs[0] != runs[1] {
			t.Error("the same bytes give other pages")
		}
	})
}

func TestSiteName(t *testing.T) {
	for _, c := range [][3]string{
		{"Harbour Wire | Norway", "https://harbourwire.example/no/", "Harbour Wire"},
		{"World news: The Quayside Ledger", "https://www.quaysideledger.com", "The Quayside Ledger"},
		{"Tide - tables and tales", "https://blog.example", "Tide - tables and tales"},
		{"Harbour Wire", "", "Harbour Wire"},
	} {
		if got := siteName(c[0], c[1]); got != c[2] {
			t.Errorf("%q at %s is of %q, want %q", c[0], c[1], got, c[2])
		}
	}
}
