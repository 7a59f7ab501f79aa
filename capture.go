package stemma

import "time"

// Capture is one page as received. It never changes.
type Capture struct {
	Type string `json:"type"` // "capture"
	ID   string `json:"id"`
	// Page is what a person calls it: the path it was read from, or the URL.
	// It is a label, not part of the id; of several the smallest in byte order.
	Page string `json:"page"`
	URL  string `json:"url"`
	// At is when it was captured, nil where nobody says.
	At *time.Time `json:"at"`
	// Grade is how it came to us: GradeArchive, GradeSaved or GradeText.
	Grade  string `json:"grade"`
	SHA256 string `json:"sha256"` // of the payload, lower-case hex
	Bytes  int    `json:"bytes"`
	// Media is the media type the bytes were told to be, by content.
	Media string `json:"media"`
	// Charset is the label a transport gave, empty for bare files.
	Charset string `json:"charset"`
}

// Grades of a capture, best first.
const (
	GradeArchive = "archive" // a record of a web archive: headers and time
	GradeSaved   = "saved"   // a page as a browser or feed saved it
	GradeText    = "text"    // pasted or dumped text
)

// NewCaptureID is the id of the capture of a payload: its digest, URL and time
// of capture. The last two are empty for bare files.
func NewCaptureID(sha256, url string, at *time.Time) string {
	t := ""
	if at != nil {
		t = at.UTC().Format(time.RFC3339Nano)
	}
	return ID(CaptureID, sha256, url, t)
}

// Skip is something that was not read, and why, in words a reader understands.
type Skip struct {
	Type  string `json:"type"` // "skip"
	Page  string `json:"page"`
	Stage string `json:"stage"`
	Why   string `json:"why"`
}

// NewSkip returns a skip of page at stage.
func NewSkip(page, stage, why string) Skip {
	return Skip{Type: "skip", Page: page, Stage: stage, Why: why}
}

// Operand is what a correction speaks of: words at bytes of a capture, never
// a joined thing, so that it survives re-reading and joins between machines.
type Operand struct {
	Capture string  `json:"capture"`
	Spans   []Range `json:"capture_spans"`
	Exact   string  `json:"exact"`
	// Of is the type of the line the words were named by ("quote",
	// "article"), "" where any may be meant. Of a joined thing it is the
	// thing's type, and the words are those of its first member. Of "source"
	// it speaks of no capture: Exact is the name of a source that is struck.
	Of string `json:"of"`
}

// Fits is how well an operand's words are those of spans of an article: 1 where
// they are the same bytes of the capture, 0 where they share none.
func (o Operand) Fits(a *Article, spans []Span) float64 {
	shared, all := 0, 0
	ranges := a.Ranges(spans)
	for _, r := range ranges {
		all += r.End - r.Start
		for _, x := range o.Spans {
			shared += max(0, min(r.End, x.End)-max(r.Start, x.Start))
		}
	}
	for _, x := range o.Spans {
		all += x.End - x.Start
	}
	if a.Capture != o.Capture || shared == 0 {
		return 0
	}
	return float64(shared) / float64(all-shared)
}

// Correction is what a person decided.
type Correction struct {
	Type     string    `json:"type"` // "correction"
	ID       string    `json:"id"`
	Verb     string    `json:"verb"` // join, part, strike, forget, undo
	Operands []Operand `json:"operands"`
	Who      string    `json:"who"`
	At       time.Time `json:"at"`
	Why      string    `json:"why"`
	Undoes   Ref       `json:"undoes"`
}
