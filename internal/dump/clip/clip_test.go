package clip

import (
	"strings"
	"testing"

	"github.com/stemma-news/stemma/internal/dump/line"
)

// FuzzFind: whatever the bytes are, the spans found lie in them, and those of a
// text are in order.
func FuzzFind(f *testing.F) {
	for _, s := range []string{
		"Title: Talks fail\nURL: https://lake.example/1\nText:\nThe talks failed.\n=====\nTitle: Talks go on\nURL: x\n",
		"Norda clips\n\n=====\nClip 1\nHead | Talks fail |\nPaper | Lake Courier |\nDay | 5 May 2014 |\n\nThe talks failed.\n\nRights | Lake |\n=====\nClip 2\nHead | Talks go on |\nPaper | Lake Courier |\nDay | 6 May 2014 |\n\nThey go on.\n",
		"TI  - Talks fail\nJO  - Lake Courier\nDA  - 2014/05/05\nN2  - The talks failed.\nER  - \n",
		"## Talks fail\nSource: Lake Courier\nDate: 5 May 2014\n\nThe talks failed.\n\n## Talks go on\nSource: Lake Courier\nDate: 6 May 2014\n\nThey go on.\n",
		"1 of 2 DOCUMENTS\n\nThe Lake Courier\n\nMay 3, 2024 Friday\n\nTalks fail\n\nLENGTH: 61 words\n\nThe talks failed.\n\nLOAD-DATE: May 4, 2024\n",
		"HD Talks fail\nPD 3 May 2024\nSN Reuters\nLP\nThe talks failed.\nTD\nAgain.\nAN Document X\n",
		"Talks fail\n61 words\n3 May 2024\nReuters News\n(c) 2024 Reuters\n\nThe talks failed.\n\nDocument LBA0000020240503ek530001\n",
	} {
		f.Add(s)
		if len(Find(s)) == 0 {
			f.Fatalf("nothing found in %q", s)
		}
	}
	f.Fuzz(func(t *testing.T, s string) {
		for _, d := range Find(s) {
			at := 0
			for _, b := range d.Body {
				if b.Start < at || b.End < b.Start || b.End > len(s) {
					t.Fatalf("body %v of %d bytes", d.Body, len(s))
				}
				at = b.End
			}
			for _, v := range []struct{ Start, End int }{{d.Title.Start, d.Title.End}, {d.Outlet.Start, d.Outlet.End}, {d.Author.Start, d.Author.End}, {d.Published.Start, d.Published.End}, {d.URL.Start, d.URL.End}, {d.Section.Start, d.Section.End}, {d.Place.Start, d.Place.End}} {
				if v.Start < 0 || v.End < v.Start || v.End > len(s) {
					t.Fatalf("field %v of %d bytes", v, len(s))
				}
			}
		}
	})
}

// TestHuge: a text of more lines than a page has, or whose first field is longer
// than a line may be, is none of these.
func TestHuge(t *testing.T) {
	for name, s := range map[string]string{
		"lines": "Title: Talks fail\nURL: x\n" + strings.Repeat("It is so.\n", line.MaxLines),
		"field": "Title: " + strings.Repeat("x", 2<<20) + "\nURL: x\nText:\nIt is so.\n",
	} {
		if n := len(Find(s)); n > 0 {
			t.Errorf("%s: %d articles", name, n)
		}
	}
}
