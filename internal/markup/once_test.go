package markup

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// TestOnce: posts whose first lines stand above the whole of them hold their
// words once.
func TestOnce(t *testing.T) {
	whole := []string{
		"The pump on the lower lock has been out since Easter and nobody at the trust will say when it comes back. I wrote to them twice and heard nothing at all.",
		"I asked the keeper on Friday and he says that the part is ordered from abroad and takes six weeks, so I would not plan on June. He had it from the office.",
		"Then we go round by the river instead, which is longer, but at least there is water in it, and the shoal below the second bridge has been marked again.",
	}
	var b strings.Builder
	b.WriteString(`<html><head><title>Lower lock closed?</title></head><body><h1>Lower lock closed?</h1>`)
	for i, w := range whole {
		fmt.Fprintf(&b, `<div class="post" id="post%d"><a class="username" href="/u/%d">heron%d</a> <time datetime="2019-04-1%dT10:22:00Z">April</time><div class="content"><div>%s</div><div>%s</div></div></div>`, i, i, i, i, w[:90], w)
	}
	as, _ := Read(&stemma.Capture{ID: "c"}, block.Verbatim(b.String()+"</body></html>", 0))
	if len(as) != len(whole) {
		t.Fatalf("%d articles", len(as))
	}
	for i, a := range as {
		if a.Text != whole[i] {
			t.Errorf("post %d: %q", i, a.Text)
		}
	}
}

// TestCommentsAsPrinted: a story with comments below that no program's marks
// tell apart is no thread, and holds none of them.
func TestCommentsAsPrinted(t *testing.T) {
	const story = "The trust that keeps the lower lock will close it for the summer, it said on Monday, since the pump that failed at Easter cannot be mended before September.\n\n" +
		"Boats of less than three feet may pass by the river. The trust has asked the county for the money, and has had no answer yet, said its clerk, Ida Holm."
	var b strings.Builder
	b.WriteString(`<html><head><title>Lower lock to close for the summer</title></head><body><h1>Lower lock to close for the summer</h1><div>Posted by vik on Monday April 11, 2019 @08:00PM</div><p>` + strings.ReplaceAll(story, "\n\n", "</p><p>") + `</p><div id="comments">`)
	for i, w := range []string{
		"They say so every year. The pump was old when my father kept a boat here, and nobody at the trust has ever asked what a new one would cost.",
		"A new one costs less than the closing does. Count the fees that they lose from May on, and the boats that will go to the other canal for good.",
		"We did the river last year. Mind the shoal below the second bridge, it has grown over the winter and the marker on it is gone.",
		"Then mark it. There is a form for that at the office, and two of us have filled it in already without anything coming of it.",
	} {
		fmt.Fprintf(&b, `<div class="k"><h4>Re: pumps</h4><div>by heron%d on Monday April 11, 2019 @09:1%dPM</div><div>%s</div></div>`, i, i, w)
	}
	as, _ := Read(&stemma.Capture{ID: "c"}, block.Verbatim(b.String()+"</div></body></html>", 0))
	if len(as) == 0 || as[0].Kind != stemma.KindArticle || as[0].Text != story {
		t.Fatalf("read as %d articles: %+v", len(as), as)
	}
}
