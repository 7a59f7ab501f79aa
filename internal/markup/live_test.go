package markup_test

import (
	"fmt"
	"strings"
	"testing"
)

// livePage is a page whose entries its data give with a day each; a list of the
// headlines stands above them.
func livePage() string {
	titles := []string{"Ferry leaves the harbour", "Crew goes aboard", "Engine holds, says mayor", "Crowd on the mole"}
	words := []string{
		"The ferry left the harbour of the small town at nine on Monday with ninety people on board, and the band of the fire brigade played on the mole until it had passed the light.",
		"The crew went aboard at eight. The harbour master said that the papers had come in the night, signed by the county, and that nothing stood in the way of the first crossing.",
		"The mayor said that the engine had been run for six hours on Sunday and held. She thanked the yard, which had worked on it through the winter without being paid.",
		"Some two hundred people stood on the mole at seven already, many of them with children, who had been let off school for the morning.",
	}
	var data, toc, cards []string
	for i := range titles {
		data = append(data, fmt.Sprintf(`{"@type":"BlogPosting","headline":%q,"datePublished":"2021-06-2%dT0%d:00:00Z","author":{"@type":"Person","name":"Ann Lee"},"articleBody":%q}`, titles[i], 4-i, 9-i, words[i]))
		toc = append(toc, "<li>"+titles[i]+"</li>")
		cards = append(cards, fmt.Sprintf(`<div class="card"><div>0%d:00</div><h2>%s</h2><p>%s</p></div>`, 9-i, titles[i], words[i]))
	}
	return `<html><head><title>The ferry runs again: live</title><script type="application/ld+json">{"@type":"LiveBlogPosting","headline":"The ferry runs again: live","datePublished":"2021-06-21T05:00:00Z","liveBlogUpdate":[` + strings.Join(data, ",") +
		`]}</script></head><body><h1>The ferry runs again: live</h1><p>The ferry of the small town is to run again on Monday, after repairs that took all winter. We tell what happens as it does, from the mole and from on board.</p><ul>` + strings.Join(toc, "") + `</ul>` + strings.Join(cards, "") + `</body></html>`
}

// TestLive: each entry of a live page is an article that the page's holds, with
// its own headline, writer and day.
func TestLive(t *testing.T) {
	page := livePage()
	as := read(page)
	hold(t, page, as)
	if len(as) != 5 || len(as[0].Holds) != 4 {
		t.Fatalf("%d articles, %d held", len(as), len(as[0].Holds))
	}
	for i, a := range as[1:] {
		h := as[0].Holds[i]
		if a.Published == nil || a.Published.From.Day() != 24-i || a.Title == "" || len(a.Bylines) != 1 || len(a.Paragraphs) != 1 || as[0].Text[h.Start:h.End] != a.Text || string(a.Within) != as[0].ID {
			t.Errorf("entry %d: %q of %v by %v: %q", i+1, a.Title, a.Published, a.Bylines, a.Text)
		}
	}
}
