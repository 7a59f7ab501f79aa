package store

import (
	"encoding/json"
	"errors"
	"reflect"
	"testing"

	"github.com/stemma-news/stemma"
)

// TestMentions: event mentions come back as they were kept, as lines of articles
// that are published, and go with their capture.
func TestMentions(t *testing.T) {
	ctx := t.Context()
	st := record(t)
	body := []byte("Ruiz may not sign it.")
	c := stemma.Capture{SHA256: Digest(body), Page: "a.txt", Grade: "text", Bytes: len(body)}
	c.ID = stemma.NewCaptureID(c.SHA256, "", nil)
	want := stemma.EventMentions{Type: "event_mentions", ID: "o1", Article: "a1", Mentions: []stemma.EventMention{
		{Span: stemma.Span{Start: 13, End: 17}, Lemma: "sign", Part: "verb", Polarity: "negative", Modality: "may", Who: &stemma.Span{Start: 0, End: 4}, Whom: &stemma.Span{Start: 18, End: 20}, Sure: 0.97},
		{Span: stemma.Span{Start: 18, End: 20}, Lemma: "it", Part: "noun", Polarity: "positive", Telling: "t1", When: &stemma.Span{Start: 13, End: 14}},
	}}
	other := want
	other.ID, other.Article = "o2", "a2"
	err := st.Write(ctx, func(tx *Tx) error {
		var ms []Mentions
		for _, m := range []stemma.EventMentions{want, other} {
			n, err := NewMentions(&m)
			if err != nil {
				return err
			}
			ms = append(ms, n)
		}
		return errors.Join(tx.AddCapture(Captured{Capture: c}, Pack(c.SHA256, body)), tx.PutMentions(c.ID, ms[:1]), tx.PutMentions(c.ID, ms),
			tx.Publish("1", []Line{line("a1", "article", `{"type":"article","id":"a1","title":"","text":"Rye."}`)}))
	})
	if err != nil {
		t.Fatal(err)
	}
	var got []stemma.EventMentions
	add := func(_ string, l []byte) error {
		var m stemma.EventMentions
		err := json.Unmarshal(l, &m)
		got = append(got, m)
		return err
	}
	_, one, err := st.Line(ctx, "o1")
	if err := errors.Join(err, st.Lines(ctx, "event_mentions", add), st.About(ctx, "event_mentions", "a1", add), st.LinesAfter(ctx, "event_mentions", "o1", add), add("", one)); err != nil {
		t.Fatal(err)
	}
	if !reflect.DeepEqual(got, []stemma.EventMentions{want, want, want}) {
		t.Errorf("%+v", got)
	}
	if _, _, err := st.Line(ctx, "o2"); !errors.Is(err, ErrNotFound) {
		t.Errorf("of an article that is not published: %v", err)
	}
	if n, err := st.Count(ctx); err != nil || n["event_mentions"] != 1 {
		t.Errorf("%v, %v", n, err)
	}
	for _, data := range [][]byte{{1, 2, 3}, squeeze([]byte(`{"Lemma":["sign"],"Spans":[1,2,3,4,5,6,7]}`))} {
		if err := st.Write(ctx, func(tx *Tx) error { return tx.exec(`UPDATE event_mentions SET data = ?`, data) }); err != nil {
			t.Fatal(err)
		}
		if err := st.Lines(ctx, "event_mentions", add); !errors.Is(err, ErrDamaged) {
			t.Errorf("%q: %v", data, err)
		}
	}
}
