package score

import "testing"

func TestNames(t *testing.T) {
	labels, err := ReadNameLabels("../../testdata/labels/summit-names.tsv")
	if err != nil {
		t.Fatal(err)
	}
	sc, err := JoinSummit(data(t), "helsinki")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "names.txt", NameCard(sc, labels))
}
