package markup_test

import (
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/markup"
)

const paragraph = "<p>The harbour master of the small town said on Monday that the ferry would run again from next week, after repairs to its engine, and thanked the passengers for their patience.</p>"

var article = "<html><head><title>Ferry to run again</title></head><body><article><h1>Ferry to run again</h1>" + strings.Repeat(paragraph+"<p>It had been out of service since March, he added, when a storm drove it against the pier and bent its shaft.</p>", 4) + "</article></body></html>"

// hold checks that every word of the articles of a page stands in it, in the
// order of the page.
func hold(t *testing.T, html string, articles []stemma.Article) {
	t.Helper()
	for _, a := range articles {
		end := 0
		for k, s := range a.Source {
			if s.Span.Start < end || s.Span.End > len(a.Text) || s.Range.Start < 0 || s.Range.End > len(html) || s.Range.Start >= s.Range.End {
				t.Fatalf("source %d of %q is out of order or out of the page: %+v", k, a.Slot, s)
			}
			if k > 0 && s.Range.Start < a.Source[k-1].Range.End {
				t.Fatalf("source %d of %q goes back in the page: %+v after %+v", k, a.Slot, s, a.Source[k-1])
			}
			if between := strings.Trim(a.Text[end:s.Span.Start], block.Space); between != "" {
				t.Fatalf("words from nowhere: %q", between)
			}
			text, raw := a.Text[s.Span.Start:s.Span.End], html[s.Range.Start:s.Range.End]
			if s.Span.Len() == len(raw) && spaced(text) != spaced(raw) && strings.Trim(text, block.Space) != "" && !strings.HasPrefix(raw, "&") && !strings.HasPrefix(raw, "\\") {
				t.Fatalf("%q stands for %q", text, raw)
			}
			end = s.Span.End
		}
		if strings.Trim(a.Text[end:], block.Space) != "" {
			t.Fatalf("words from nowhere at the end: %q", a.Text[end:])
		}
		for _, p := range a.Paragraphs {
			if p.Start < 0 || p.End > len(a.Text) || p.Start >= p.End {
				t.Fatalf("paragraph out of the text: %+v", p)
			}
		}
	}
}

// spaced is s with each byte of white space a space: one may stand for another.
func spaced(s string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(block.Space, r) {
			return ' '
		}
		return r
	}, s)
}

func read(html string) []stemma.Article {
	articles, _ := markup.Read(&stemma.Capture{ID: "c", Page: "p"}, block.Verbatim(html, 0))
	return articles
}

// TestHostile reads pages made to hurt. Each must be read in seconds, without
// panic, and where the words are there they must come out.
func TestHostile(t *testing.T) {
	times := func(s string, n int) string { return strings.Repeat(s, n) }
	for name, html := range map[string]string{
		"deep nesting":          "<html><body>" + times("<div>", 100_000) + article + times("</div>", 100_000),
		"deep inline nesting":   article + times("<b><i><a>", 30_000) + "x",
		"deep tables":           article + times("<table><tr><td>", 40_000) + "x",
		"deep lists":            article + times("<ul><li>", 60_000) + "x",
		"stray ends":            times("</div></b></p></x>", 100_000) + article,
		"crossing tags":         times("<b><p><i></b></p></i>", 50_000) + article,
		"a million attributes":  "<div " + times("a=1 class=x ", 500_000) + ">" + article,
		"entity flood":          article + "<p>" + times("&amp;&lt;&nosuch;&#x110000;&#0;&", 50_000) + "</p>",
		"null bytes":            strings.ReplaceAll(article, " ", " \x00"),
		"no end tags":           strings.NewReplacer("</p>", "", "</article>", "", "</body>", "", "</html>", "").Replace(article),
		"open comment":          article + "<!-- " + times("- ", 100_000),
		"comment starts":        article + times("<!-- ", 100_000),
		"open script":           article + times("<script>", 50_000),
		"open tag":              article + "<p class=\"" + times("x ", 100_000),
		"plaintext":             article + "<plaintext>" + times("a < b ", 50_000),
		"many options":          "<select>" + times("<option>x", 100_000) + "</select>" + article,
		"long line":             article + "<p>" + times("word ", 200_000),
		"no spaces":             article + "<p>" + times("wordword", 200_000),
		"many forms of nothing": times("<p>&nbsp;</p>", 12_000) + article,
		"many links":            times("<a href=x>y</a> ", 40_000) + article,
		"deep data":             "<script type='application/ld+json'>" + times("{\"a\":[", 50_000) + "</script>" + article,
		"wide data":             "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"x\":[" + times("{\"@type\":\"NewsArticle\",\"headline\":\"x\"},", 50_000) + "]}</script>" + article,
		"deep script data":      "<script>x=" + times("{\"a\":[{\"body\":\"It ran again.\"},", 50_000) + "</script>",
		"script of quotes":      "<script>" + times("'\"`\\", 100_000) + "</script>",
		"data in data in data":  "<p " + times("data-x=\"{&quot;a&quot;:&quot;{\\&quot;b\\&quot;:1}&quot;}\" ", 5_000) + ">",
		"many bodies":           "<script>x=[" + times("{\"title\":\"a b\",\"body\":\"It ran again on Monday, they say, and on Tuesday.\"},", 20_000) + "]</script>",
		"many kept posts":       "<html id=XF><script>x=[" + times("{\"author\":\"Ann\",\"body\":\"It ran again on Monday.\"},", 20_000) + "]</script>",
		"many posts":            "<html id=XF><body>" + times("<article class=message id=post-1><div class=message-body>It runs.</div></article>", 3_000),
		"nested posts":          "<html id=XF><body>" + times("<div class=comment id=comment-1><div class=comment-body>It runs again, they say.</div>", 3_000),
		"many quotes":           article + times("<blockquote>", 10_000) + "x",
		"many times":            article + times("<time datetime=2021-06-22>x</time>", 20_000),
		"many metas":            times("<meta name=author content='Ann Example'>", 50_000) + article,
	} {
		start := time.Now()
		articles := read(html)
		if d := time.Since(start); d > 20*time.Second {
			t.Errorf("%s: %d bytes took %v", name, len(html), d)
		}
		hold(t, html, articles)
		if strings.Contains(html, paragraph) && name != "a million attributes" {
			text := ""
			for _, a := range articles {
				text += a.Text
			}
			if !strings.Contains(text, "harbour master of the small town") {
				t.Errorf("%s: the article's words are lost", name)
			}
		}
	}
}

// TestTooMany: a long page that would take far more memory than it is long is
// refused with the reason.
func TestTooMany(t *testing.T) {
	for _, x := range []struct{ html, why string }{
		{strings.Repeat("<b></b>", 200_000), "too many elements"},
		{"<p>" + strings.Repeat("x<br>", 250_000), "too many elements"},
		{article + "<p>" + strings.Repeat("It runs &amp; it runs &lt;again&gt;. ", 40_000), "too many entities"},
		{"<html id=XF>" + strings.Repeat("<div class=comment id=comment-1><div class=comment-body>It runs.</div></div>", 4_000), "too many posts"},
	} {
		if articles, why := markup.Read(&stemma.Capture{ID: "c"}, block.Verbatim(x.html, 0)); !strings.Contains(why, x.why) {
			t.Errorf("%.40s: %d articles, why is %q", x.html, len(articles), why)
		}
	}
}

// FuzzRead: no word comes out that is not in the capture, in the order of the
// capture; and nothing panics.
func FuzzRead(f *testing.F) {
	threads, _ := filepath.Glob("testdata/threads/*.txtar")
	for _, name := range threads {
		if ar, err := txtar.ParseFile(name); err == nil {
			f.Add(string(ar.Files[0].Data))
		}
	}
	f.Add(article)
	f.Add("<p>T</p><p>he ferry &amp; the bus &nbsp; run&shy;ning <br> <br>on <b>Mon</b>day</p><table><td>x<td>y<tr><th>z")
	f.Add("<html id=XF><article class=message id=post-1><h4 class=username>Ann</h4><div class=message-body>It <blockquote>ran</blockquote> again</div></article>")
	f.Add("<script type=application/ld+json>{\"@type\":\"Article\",\"articleBody\":\"caf\\u00e9 \\ud83d\\ude00 \\n" + strings.Repeat("It runs again. ", 40) + "\"}</script>")
	f.Add(livePage())
	for _, page := range bodies() {
		f.Add(page)
	}
	f.Add("<!--x--><plaintext><a></p>\x00\xc2\xa0\xe2\x80\x8b&#128512;&bogus;")
	f.Fuzz(func(t *testing.T, html string) {
		if !utf8.ValidString(html) || len(html) > 1<<16 {
			return
		}
		hold(t, html, read(html))
	})
}
