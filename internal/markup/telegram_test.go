package markup

import (
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// TestTelegram reads the export of a channel: a message of the same sender as the
// one before prints no name, and what is sent on is an article of another's.
func TestTelegram(t *testing.T) {
	b, err := os.ReadFile("testdata/telegram.html")
	if err != nil {
		t.Fatal(err)
	}
	as, _ := Read(&stemma.Capture{ID: "c"}, block.Verbatim(string(b), 0))
	var got []string
	for _, a := range as {
		got = append(got, fmt.Sprint(a.Slot, " ", a.Author, a.Outlet, " ", a.Published.From.Format("02 15:04")))
	}
	slices.Sort(got)
	want := "message12 Harbour Watch 04 18:07|message13 Harbour Watch 04 18:09|message14 Harbour Watch 05 07:32|message14/1 The Lake Courier 05 00:00|message15 Harbour Watch 06 11:02"
	if s := strings.Join(got, "|"); s != want {
		t.Errorf("got\n%s\nwant\n%s", s, want)
	}
}
