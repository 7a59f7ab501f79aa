package stemma

import (
	"crypto/sha256"
	"encoding/base32"
	"encoding/binary"
	"strconv"
)

// The letters ids begin with.
const (
	CaptureID  = "c"
	ArticleID  = "a"
	MentionID  = "m"
	QuoteID    = "q"
	TellingID  = "t"
	FigureID   = "g"
	CopyID     = "k"
	EntityID   = "n"
	SayingID   = "s"
	EventID    = "e"
	FamilyID   = "f"
	StoryID    = "y"
	StandingID = "d"
	CorrectID  = "x"
	MentionsID = "o" // of event mentions: the id of their article with this letter
)

var base = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// ID makes an id: letter and 128 bits of SHA-256 in base32 over parts, each
// preceded by its length, so that ("ab", "c") and ("a", "bc") differ.
func ID(letter string, parts ...string) string {
	h := sha256.New()
	var n [8]byte
	for _, p := range append([]string{letter}, parts...) {
		binary.BigEndian.PutUint64(n[:], uint64(len(p)))
		h.Write(n[:])
		h.Write([]byte(p))
	}
	return letter + base.EncodeToString(h.Sum(nil)[:16])
}

// LocalID is the id of a mention, quote, telling or figure: its letter, the
// capture and the capture bytes it stands on. Neither offsets of the article
// nor anything that resolving finds goes into it, so that it stays when the
// reading of a page or of its siblings gets better.
func LocalID(letter string, a *Article, spans []Span) string {
	parts := []string{a.Capture}
	for _, r := range a.Ranges(spans) {
		parts = append(parts, strconv.Itoa(r.Start), strconv.Itoa(r.End))
	}
	return ID(letter, parts...)
}

// JoinedID is the id of an entity, saying, event, family or story: its letter
// and the smallest id of its members. It panics on no members, which is an
// internal error.
func JoinedID(letter string, members []string) string {
	if len(members) == 0 {
		panic("internal error: a joined thing without members")
	}
	least := members[0]
	for _, m := range members[1:] {
		least = min(least, m)
	}
	return ID(letter, least)
}
