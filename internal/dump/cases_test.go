package dump

import (
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/block"
)

// TestCases reads testdata/*.txtar. Each has a file "dump", and a file "want"
// of lines "field: value" under a line for each article, "article main" or
// "post 3/1": what is listed must be so, and no other articles may come out.
// "first" and "last" are how the text begins and ends, "has" and "not" what
// stands in it or does not; "none: field" says a field is empty.
func TestCases(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) < 12 {
		t.Fatalf("%d cases: %v", len(files), err)
	}
	for _, f := range files {
		t.Run(strings.TrimSuffix(filepath.Base(f), ".txtar"), func(t *testing.T) {
			ar, err := txtar.ParseFile(f)
			if err != nil {
				t.Fatal(err)
			}
			var in, want string
			for _, x := range ar.Files {
				switch x.Name {
				case "dump":
					in = string(x.Data)
				case "want":
					want = string(x.Data)
				}
			}
			c := &stemma.Capture{ID: "ccase", Page: f}
			as := Read(c, block.Verbatim(in, 0))
			checkWords(t, in, as)
			checkCase(t, as, want)
			if t.Failed() {
				for _, b := range Blocks(c, block.Verbatim(in, 0)) {
					t.Logf("%-10s %.100s", b.Role, b.S)
				}
			}
		})
	}
}

func checkCase(t *testing.T, as []stemma.Article, want string) {
	t.Helper()
	var a *stemma.Article
	var slots, got []string
	for _, l := range strings.Split(strings.TrimSpace(want), "\n") {
		key, value, field := strings.Cut(l, ": ")
		if !field {
			kind, slot, _ := strings.Cut(l, " ")
			slots = append(slots, kind+" "+slot)
			i := slices.IndexFunc(as, func(x stemma.Article) bool { return x.Slot == slot && x.Kind == kind })
			if i < 0 {
				t.Errorf("no %s", l)
				a = nil
			} else {
				a = &as[i]
			}
			continue
		}
		if a == nil {
			continue
		}
		if got, ok := checkField(a, as, key, value); !ok {
			t.Errorf("%s %s: %s is %q, want %q", a.Kind, a.Slot, key, got, value)
		}
	}
	for _, x := range as {
		got = append(got, x.Kind+" "+x.Slot)
	}
	if slices.Sort(slots); true {
		slices.Sort(got)
	}
	if !slices.Equal(got, slots) {
		t.Errorf("articles %q, want %q", got, slots)
	}
}

func checkField(a *stemma.Article, as []stemma.Article, key, value string) (string, bool) {
	slot := func(id string) string {
		for _, x := range as {
			if x.ID == id {
				return x.Slot
			}
		}
		return id
	}
	fields := map[string]string{
		"title": a.Title, "outlet": a.Outlet, "place": a.Place, "author": a.Author, "lang": a.Lang, "translated_from": a.TranslatedFrom,
		"standfirst": a.Standfirst, "number": strconv.Itoa(a.Number), "credits": strings.Join(a.Credits, "; "), "bylines": strings.Join(a.Bylines, "; "),
		"captions": strings.Join(a.Captions, "; "), "photo_credits": strings.Join(a.PhotoCredits, "; "), "notices": strings.Join(a.Notices, "; "),
		"within": slot(string(a.Within)), "replies_to": slot(string(a.RepliesTo)), "published": dayOf(a.Published), "modified": dayOf(a.Modified),
		"paragraphs": strconv.Itoa(len(a.Paragraphs)),
	}
	switch key {
	case "first":
		return head(a.Text, len(value)), strings.HasPrefix(a.Text, value)
	case "last":
		return a.Text[max(0, len(a.Text)-len(value)):], strings.HasSuffix(a.Text, value)
	case "has":
		return a.Text, strings.Contains(a.Text, value)
	case "not":
		return a.Text, !strings.Contains(a.Text, value)
	case "none":
		return fields[value], fields[value] == "" || fields[value] == "0"
	case "may_be":
		var ys []string
		for _, d := range a.MayBe {
			ys = append(ys, d.From.Format("2006-01-02"))
		}
		return strings.Join(ys, " "), strings.Join(ys, " ") == value
	case "holds":
		var hs []string
		for _, h := range a.Holds {
			hs = append(hs, slot(h.Article)+" "+head(a.Text[h.Start:h.End], 12))
		}
		return strings.Join(hs, "; "), strings.Join(hs, "; ") == value
	}
	got, ok := fields[key]
	return got, ok && got == value
}

func dayOf(d *stemma.Date) string {
	if d == nil {
		return ""
	}
	if d.Until.Sub(d.From).Hours() >= 24 {
		return d.From.Format("2006-01-02")
	}
	return d.From.Format("2006-01-02T15:04")
}

func space(r rune) bool { return strings.ContainsRune(block.Space, r) }

// checkWords holds that every word of every article stands in the capture
// where its Source says, in order.
func checkWords(t testing.TB, in string, as []stemma.Article) {
	t.Helper()
	for i := range as {
		a := &as[i]
		end, from := 0, 0
		for _, s := range a.Source {
			if s.Span.Start < end || s.Span.End > len(a.Text) || s.Span.Len() <= 0 || s.Range.Start < from || s.Range.End > len(in) {
				t.Fatalf("%s: source %+v lies wrong", a.Slot, s)
			}
			if strings.TrimSpace(a.Text[end:s.Span.Start]) != "" {
				t.Fatalf("%s: words without a source: %q", a.Slot, a.Text[end:s.Span.Start])
			}
			text, orig := a.Text[s.Span.Start:s.Span.End], in[s.Range.Start:s.Range.End]
			if strings.Join(strings.FieldsFunc(text, space), " ") != strings.Join(strings.FieldsFunc(orig, space), " ") {
				t.Fatalf("%s: %q stands where %q is read", a.Slot, orig, text)
			}
			end, from = s.Span.End, s.Range.End
		}
		if strings.TrimSpace(a.Text[end:]) != "" {
			t.Fatalf("%s: words without a source at the end", a.Slot)
		}
		for _, p := range a.Paragraphs {
			if p.Start < 0 || p.End > len(a.Text) || p.Len() <= 0 {
				t.Fatalf("%s: paragraph %+v of %d bytes", a.Slot, p, len(a.Text))
			}
		}
		for _, h := range a.Holds {
			if h.Start < 0 || h.End > len(a.Text) || h.Len() <= 0 {
				t.Fatalf("%s: held %+v of %d bytes", a.Slot, h, len(a.Text))
			}
		}
		for _, k := range a.Candidates {
			if k.Range.Start < 0 || k.Range.End > len(in) || k.Range.Start > k.Range.End {
				t.Fatalf("%s: candidate %+v", a.Slot, k)
			}
		}
	}
}
