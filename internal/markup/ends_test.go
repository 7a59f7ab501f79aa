package markup

import (
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// TestSaidToReaders holds that what a page says to its readers at the ends of a text,
// and an advertisement within, is not of it.
func TestSaidToReaders(t *testing.T) {
	page := `<html><body><article><h1>Dredger stuck on the bar for a third day</h1>
<p>We may earn a commission when you buy through the links on this page.</p>
<p>The dredger Hector, which was to clear the channel before Easter, has been stuck on the bar since Tuesday and cannot be moved before the spring tide.</p>
<p>"Join our line and pull," the harbour master told forty volunteers on the beach on Wednesday. They pulled, and the rope broke in two places.</p>
<p>The owner, a company from the other side of the gulf, said on Thursday that the ship was "resting". It has sent a diver and a lawyer. Nobody has been hurt.</p>
<p>ADVERT: Ropes of every kind at Hansson's, by the old quay. Open all night.</p>
<p>Skagby has had no dredger of its own since 1998, when the last was sold for scrap. The council voted for a new one twice and paid for none.</p>
<p>The spring tide is expected on Sunday at four in the morning. Until then the ferry goes by the north channel and takes an hour more.</p>
<p>The views expressed by our readers are their own and do not necessarily represent those of the Post, its owners or its editors.</p>
<p>Join the Post's Telegram channel here and get the latest from the bar, every morning, before the ferry goes.</p>
</article></body></html>`
	as, _ := Read(&stemma.Capture{ID: "c"}, block.Verbatim(page, 0))
	if len(as) != 1 {
		t.Fatalf("%d articles", len(as))
	}
	a := as[0]
	for _, s := range []string{"commission", "ADVERT", "Telegram", "views expressed"} {
		if strings.Contains(a.Text, s) {
			t.Errorf("%q stands in the text: %q", s, a.Text)
		}
	}
	if !strings.Contains(a.Text, "Join our line") || !strings.HasSuffix(a.Text, "an hour more.") {
		t.Errorf("text %q", a.Text)
	}
	if n := strings.Join(a.Notices, "|"); !strings.Contains(n, "commission") || !strings.Contains(n, "views expressed") {
		t.Errorf("notices %q", n)
	}
}

// TestBesideBody holds that a caption whose photographer is named, a notice above the
// headline and the line of credits below the text are told by their words, whatever
// their elements are called.
func TestBesideBody(t *testing.T) {
	text := strings.Repeat("<p>The ferry left the harbour late, and the crew, who had waited since noon, said so to all who asked them.</p>", 6)
	page := `<html><body><div><a href="/">SUND 24</a> <span>The English edition is translated from Danish with the help of software.</span></div>
<h1>The late ferry of the harbour</h1><div class="x1"><img src="f.jpg"><div class="x2">The ferry at the mole on Sunday. Photo: Ritzau</div></div>` + text + `<p class="x3">S24 / Ritzau</p><div>Terms</div></body></html>`
	as, _ := Read(&stemma.Capture{ID: "c"}, block.Verbatim(page, 0))
	if len(as) != 1 {
		t.Fatalf("%d articles", len(as))
	}
	a := as[0]
	if got := strings.Join(a.Captions, "|"); got != "The ferry at the mole on Sunday." {
		t.Errorf("captions %q, credits %q", got, a.PhotoCredits)
	}
	if a.TranslatedFrom != "da" || strings.Join(a.Credits, "|") != "Ritzau" {
		t.Errorf("translated from %q, credits %q, notices %q, text %q", a.TranslatedFrom, a.Credits, a.Notices, a.Text[len(a.Text)-40:])
	}
}

// TestHeadOfBody: captions below pictures and lines that name the writer are none
// of the text.
func TestHeadOfBody(t *testing.T) {
	const text = "The ferry of the small town ran again on Monday, after repairs to its engine and shaft; the harbour master thanked the passengers for their patience.\n\n" +
		"The county had paid for half of the repairs, said the mayor, who was on board with her two children and a dog."
	for _, c := range []struct{ top, writers, captions string }{
		{`<p>• Article by: Ann Lee</p>`, "Ann Lee", ""},
		{`<p>Reporter: Ann Lee</p>`, "Ann Lee", ""},
		{`<p>By Ann Lee and Bo Ek | 3 June 2021</p>`, "Ann Lee, Bo Ek", ""},
		{`<div><img src="f.jpg"><p>The ferry at the mole on June 7, 2021. (Bo Ek/AP)</p></div>`, "", "The ferry at the mole on June 7, 2021."},
		{`<p><img src="f.jpg"><br>The ferry at the mole on Monday morning, when it left again. Photo: Bo Ek</p>`, "", "The ferry at the mole on Monday morning, when it left again."},
	} {
		page := `<html><head><title>The ferry runs again in the small town</title></head><body><article><h1>The ferry runs again in the small town</h1>` + c.top + `<p>` + strings.ReplaceAll(text, "\n\n", "</p><p>") + `</p></article></body></html>`
		as, _ := Read(&stemma.Capture{ID: "c"}, block.Verbatim(page, 0))
		if len(as) != 1 || as[0].Text != text || strings.Join(as[0].Bylines, ", ") != c.writers || strings.Join(as[0].Captions, "; ") != c.captions || strings.Contains(c.top, "June 7") && as[0].Published != nil {
			t.Errorf("%s: read as %+v", c.top, as)
		}
	}
}
