package markup_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
	"github.com/stemma-news/stemma/internal/markup"
)

const first = "<p>The ferry of the small town ran again on Monday, after repairs to its engine &amp; shaft; the harbour master thanked the passengers.</p>"

// js is s as the string of a script.
func js(s string) string {
	return strings.NewReplacer("<", `\u003c`, "é", `\u00e9`, "/", `\/`).Replace(strconv.Quote(s))
}

// bodies are pages whose article stands in their data alone: said to be its body,
// as markup and as lines, and in strings of a script.
func bodies() map[string]string {
	page := func(body string) string {
		return `<html><head><title>The ferry runs again</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"The ferry runs again","articleBody":` + js(body) + `}</script></head><body><div id="root"></div></body></html>`
	}
	return map[string]string{
		"markup": page(strings.Repeat(first, 12)),
		"script": `<html><head><title>The ferry runs again</title></head><body><div id="root"></div><script>window.page = {"title":"The ferry runs again","parts":[{"html":` + js(strings.Repeat(first, 6)) + `},{"html":` + js(strings.Repeat(first, 6)) + `}]}</script></body></html>`,
		"lines":  page(strings.Repeat("The ferry of the small town ran again on Monday, after repairs to its engine &amp; shaft; the harbour master thanked the passengers.\n\n", 12)),
	}
}

// TestUnshownBody reads articles out of the data of pages that show nothing.
func TestUnshownBody(t *testing.T) {
	want := strings.TrimSuffix(strings.Repeat("The ferry of the small town ran again on Monday, after repairs to its engine & shaft; the harbour master thanked the passengers.\n\n", 12), "\n\n")
	for name, page := range bodies() {
		articles := read(page)
		hold(t, page, articles)
		if len(articles) != 1 || articles[0].Text != want {
			text := ""
			if len(articles) > 0 {
				text = articles[0].Text
			}
			t.Errorf("%s: %d articles, the first is %q", name, len(articles), text)
		}
	}
}

// TestUnshownNothing: a page with nothing until a script runs is no article, and says why.
func TestUnshownNothing(t *testing.T) {
	page := `<html><body><div id="root"></div><script>window.messages = {}</script></body></html>`
	if as, why := markup.Read(&stemma.Capture{ID: "c"}, block.Verbatim(page, 0)); len(as) != 0 || !strings.Contains(why, "until a script runs") {
		t.Errorf("%d articles, why is %q", len(as), why)
	}
	page = `<html><head><meta property="og:type" content="article"><meta name="description" content="The ferry of the small town ran again on Monday, after repairs to its engine, the harbour master said."></head><body><div id="root"></div></body></html>`
	articles := read(page)
	hold(t, page, articles)
	if len(articles) != 1 || !strings.HasPrefix(articles[0].Text, "The ferry") || articles[0].By.Rule != "summary in the head" || articles[0].Sure > 0.2 {
		t.Errorf("the summary is not read as one: %+v", articles)
	}
}
