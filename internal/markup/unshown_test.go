package markup_test

import (
	"fmt"
	"strconv"
	"strings"
	"testing"
)

const first = "<p>The ferry of the small town ran again on Monday, after repairs to its engine &amp; shaft; the harbour master thanked the passengers.</p>"

// js is s as the string of a script.
func js(s string) string {
	return strings.NewReplacer("<", `\u003c`, "é", `\u00e9`, "/", `\/`).Replace(strconv.Quote(s))
}

// bodies are pages whose article stands in data: as one string of HTML, as
// paragraphs of objects, as pieces of paragraphs, and in the rows that joined
// strings make.
func bodies() map[string]string {
	var objects, pieces, rows []string
	for i := range 12 {
		objects = append(objects, fmt.Sprintf(`{"type":"paragraph","id":"p%d","html":%s}`, i, js(first)))
		pieces = append(pieces, fmt.Sprintf(`{"nodeType":"paragraph","content":[{"value":%q,"marks":[]},{"nodeType":"link","content":[{"value":%q,"marks":[]}]},{"value":%q,"marks":[]}]}`,
			"The ferry of the small town ran again on Monday, after repairs to its engine ", "& shaft", "; the harbour master thanked the passengers."))
		rows = append(rows, fmt.Sprintf(`["$","p",null,{"className":"x","children":[%q]}]`, "The ferry of the small town ran again on Monday, after repairs to its engine & shaft; the harbour master thanked the passengers."))
	}
	next := `<html><head><title>The ferry runs again</title></head><body><script id="data" type="application/json">{"page":{"article":{"title":"The ferry runs again","body":[`
	flight := "7:[" + strings.Join(rows, ",") + "]\n"
	html := strings.Repeat(first, 12)
	return map[string]string{
		"one string": next[:strings.Index(next, "[")] + js(html) + `}}}</script></body></html>`,
		"objects":    next + strings.Join(objects, ",") + `]}}}</script></body></html>`,
		"pieces":     next + strings.Join(pieces, ",") + `]}}}</script></body></html>`,
		"rows":       `<html><body><script>self.__next_f.push([1,` + strconv.Quote(flight[:333]) + `])</script><script>self.__next_f.push([1,` + strconv.Quote(flight[333:]) + `])</script></body></html>`,
		"raw row":    `<html><body><script>self.__next_f.push([1,` + strconv.Quote(fmt.Sprintf("7:T%x,%s8:{\"body\":\"$7\"}\n", len(html), html)) + `])</script></body></html>`,
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

// TestUnshownNothing: a page with nothing but what programs say to their
// readers is no article, and says why.
func TestUnshownNothing(t *testing.T) {
	var phrases []string
	for i := range 40 {
		phrases = append(phrases, fmt.Sprintf(`"key.%c%c":"We could not reach the harbour office, so please try again a little later today."`, 'a'+i/6, 'a'+i%6))
	}
	page := `<html><body><div id="root"></div><script>window.messages = {` + strings.Join(phrases, ",") + `}</script></body></html>`
	if articles := read(page); len(articles) != 0 {
		t.Errorf("read %q", articles[0].Text)
	}
	page = `<html><head><meta property="og:type" content="article"><meta name="description" content="The ferry of the small town ran again on Monday, after repairs to its engine, the harbour master said."></head><body><div id="root"></div></body></html>`
	articles := read(page)
	hold(t, page, articles)
	if len(articles) != 1 || !strings.HasPrefix(articles[0].Text, "The ferry") || articles[0].By.Rule != "summary in the head" || articles[0].Sure > 0.2 {
		t.Errorf("the summary is not read as one: %+v", articles)
	}
}
