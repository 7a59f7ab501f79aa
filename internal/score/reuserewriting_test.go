package score

import "testing"

func TestRewriting(t *testing.T) {
	articles, err := ReadSummit(data(t), "helsinki")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "rewriting.txt", RewritingCard(articles))
}
