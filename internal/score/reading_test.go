package score

import (
	"fmt"
	"strings"
	"testing"

	"github.com/stemma-news/stemma"
	"github.com/stemma-news/stemma/internal/extract"
)

// readPage reads a page of a reading set as the program would.
func readPage(p ReadingPage) []stemma.Article {
	articles, _ := extract.Read(&stemma.Capture{ID: "c", Page: p.Name, URL: p.URL}, p.HTML)
	return articles
}

// TestReading scores the reader of HTML on the odd-numbered pages of the
// reading sets. The libraries' figures on the same pages stand in
// testdata/scores/reading-libraries.txt, written by the bench module.
func TestReading(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 1,500 pages")
	}
	dir, why, ok := DataDir("../..")
	if !ok {
		t.Skip(why)
	}
	var b strings.Builder
	b.WriteString("# The reader of HTML on the odd-numbered pages of each set. See DESIGN section 7 for the aims.\n")
	for _, set := range ReadingSets {
		pages, err := ReadingPages(dir, set)
		if err != nil {
			t.Fatal(err)
		}
		var card ReadingCard
		for i, p := range pages {
			if i%2 == 1 {
				card.Add(p, ReadingOf(readPage(p)))
			}
		}
		fmt.Fprintf(&b, "%-13s %s\n", set, card.String())
	}
	golden(t, "reading.txt", b.String())
}

// TestReadingPosts scores how posts are told apart on the threads whose gold
// text prints the author and day of each post, even and odd pages apart.
func TestReadingPosts(t *testing.T) {
	if testing.Short() {
		t.Skip("reads 112 pages")
	}
	dir, why, ok := DataDir("../..")
	if !ok {
		t.Skip(why)
	}
	pages, err := ReadingPages(dir, "wcxb-forum")
	if err != nil {
		t.Fatal(err)
	}
	var cards [2]PostCard
	for i, p := range pages {
		cards[i%2].Add(p, readPage(p))
	}
	var b strings.Builder
	b.WriteString("# Posts of threads, on pages whose gold prints author and day above each post: posts that begin where the gold says, and of those with its author.\n")
	for i, name := range []string{"even (tuned on)", "odd"} {
		c := cards[i]
		p, r := portion(c.Begins, c.Found), portion(c.Begins, c.Gold)
		fmt.Fprintf(&b, "%-16s %d pages, %d posts in the gold, %d found; beginnings P %.3f R %.3f; author right of those %.3f\n", name, c.Pages, c.Gold, c.Found, p, r, portion(c.Authors, c.Begins))
	}
	labels, err := PostLabels("../../testdata/labels/posts.tsv")
	if err != nil {
		t.Fatal(err)
	}
	b.WriteString("# Posts of testdata/labels/posts.tsv, on twenty odd pages, labelled by reading: of all, those with the first four words right, the last four, both; of those with either, the author, and where the\n")
	b.WriteString("# page prints them the number and the day. Apart: posts that begin or end with a quoted post, and comments under questions and answers. Last: of what was found on the pages labelled whole, what is labelled.\n")
	var marked LabelCards
	for _, p := range pages {
		if l := labels[p.Name]; l != nil {
			marked.Add(l, readPage(p))
		}
	}
	for i, c := range []LabelCard{marked.Plain, marked.Quoting, marked.Comments} {
		fmt.Fprintf(&b, "%-16s %d; begun right %.3f, ended right %.3f, both %.3f; of %d author %.3f, of %d number %.3f, of %d day %.3f\n", []string{"posts", "posts that quote", "comments"}[i], c.Posts,
			portion(c.Begins, c.Posts), portion(c.Ends, c.Posts), portion(c.Whole, c.Posts), c.Matched, portion(c.Authors, c.Matched), c.Numbered, portion(c.Numbers, c.Numbered), c.Dated, portion(c.Days, c.Dated))
	}
	w := marked.Whole
	fmt.Fprintf(&b, "%-16s %d labels, %d found; P %.3f R %.3f\n", "pages", w.Labels, w.Found, portion(w.Matched, w.Found), portion(w.Matched, w.Labels))
	golden(t, "reading-posts.txt", b.String())
}
