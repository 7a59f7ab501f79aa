package markup

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// TestPrinted reads a thread in the elements of programs nobody knows, whose classes
// say nothing: by the lines that name who wrote and when. Those that fail are not read
// right yet: a cell for the name and one for the words; a name and an age without a
// space between; all in one element, its line breaks lost.
func TestPrinted(t *testing.T) {
	names := []string{"heron", "moss", "lockside", "teal", "heron"}
	texts := []string{
		"The pump on the lower lock has been out since Easter and nobody at the trust will say when it comes back. Has anyone heard more than that?",
		"I asked the keeper on Friday. He says the part is ordered from abroad and takes six weeks, so I would not plan on June.",
		"Thanks. Then we go round by the river instead, it is longer but at least there is water in it.",
		"We did the river last year. Mind the shoal below the second bridge, it has grown and the marker is gone.",
		"Good to know, we draw three feet and a bit.",
	}
	for _, c := range []struct {
		name, around, post string
		fails              bool
	}{
		{"boxes", "div", `<div class="q1"><div class="z"><span class="a9">NAME</span> <span class="b7">DAY April 2019</span></div><div class="y">TEXT</div><div class="w">Reply Like</div></div>`, false},
		{"ages", "div", `<div class="q1"><span class="a9">NAME</span> <span class="b7">{N}h</span><div class="y">TEXT</div><span>Reply</span></div>`, false},
		{"definitions", "dl", `<dt>NAME, DAY April 2019</dt><dd>TEXT</dd>`, false},
		{"a list", "ul", `<li><b>NAME</b> <i>DAY April 2019, 10:22</i><p>TEXT</p></li>`, false},
		{"one paragraph each", "div", `<p><b>NAME</b> wrote on DAY April 2019:<br>TEXT</p>`, false},
		{"headings", "div", `<h4>NAME · 2019-04-DAY</h4><p>TEXT</p>`, false},
		{"rules between", "div", `<b>NAME</b> (DAY.04.2019 10:22)<br>TEXT<hr>`, false},
		{"a table", "table", `<tr class="r"><td class="l">NAME<br>DAY Apr 2019</td><td class="m">TEXT</td></tr>`, true},
		{"no space", "div", `<section><header><strong>NAME</strong><time datetime="2019-04-DAYT10:22:00Z">3 d</time></header><p>TEXT</p></section>`, true},
		{"one element", "pre", "NAME   DAY Apr 2019\nTEXT\n\n", true},
	} {
		var b strings.Builder
		b.WriteString(`<html><head><title>Lower lock closed? - Boats</title></head><body><div id="top"><a href="/">Boats</a> <a href="/f">Forum</a></div><h1>Lower lock closed?</h1><` + c.around + `>`)
		for i := range names {
			b.WriteString(strings.NewReplacer("NAME", names[i], "TEXT", texts[i], "DAY", fmt.Sprint(11+i), "{N}", fmt.Sprint(i+1)).Replace(c.post))
		}
		b.WriteString(`</` + c.around + `><div id="foot">Terms Privacy</div></body></html>`)
		as, _ := Read(&stemma.Capture{ID: "c"}, block.Verbatim(b.String(), 0))
		right := len(as) == len(names)
		for i := 0; right && i < len(as); i++ {
			right = as[i].Kind == stemma.KindPost && as[i].Author == names[i] && as[i].Text == texts[i]
		}
		if right == c.fails {
			t.Errorf("%s: read right: %v; %d articles", c.name, right, len(as))
		}
	}
}

// TestPrintedLists holds that entries of an article with a day each are no posts.
func TestPrintedLists(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<html><head><title>Boat fairs of the year</title></head><body><h1>Boat fairs of the year</h1><p>These are the fairs that we go to every year, by month, with what they cost and what there is to see for those who come without a boat.</p>`)
	for i, n := range []string{"Harbour Fair", "Lock Days", "River Week", "Tide and Sail", "Winter Show"} {
		fmt.Fprintf(&b, `<p><b>%s</b>, %d May 2019</p><p>The fair at the old quay has two hundred boats and a market for ropes and paint. Tickets are sold at the gate, and children go free.</p>`, n, 3+i)
	}
	as, _ := Read(&stemma.Capture{ID: "c"}, block.Verbatim(b.String()+"</body></html>", 0))
	if len(as) != 1 || as[0].Kind != stemma.KindArticle {
		t.Errorf("%d articles, the first a %s", len(as), as[0].Kind)
	}
}
