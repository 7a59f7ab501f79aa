package reuse

import (
	"regexp"
	"slices"
	"strings"

	"github.com/stemma-news/stemma"
)

// sign is evidence that an agency wrote an article's text.
type sign struct {
	agency string
	weight float64 // 0 to 1
	why    string
	closes bool // it stands at the end of the text, and goes along where that is copied
}

// Where datelines and closing credits are looked for.
const (
	datelineReach = 160 // bytes from the start of a paragraph
	datelineParas = 16  // first paragraphs looked at, furniture among them
	creditLine    = 60  // bytes of a paragraph that is nothing but a credit
	creditParas   = 3   // last paragraphs looked at
)

// paren is an agency in a dateline: "OSLO (Reuters) - ", "OSLO. March 3
// (Interfax) - ", "(AP) —". The mark after it is required.
var paren = regexp.MustCompile(`^[^("“]{0,80}\(([^()]{2,40})\)\s*(?:--|[-–—:])`)

// dashed is an agency between place and text: "OSLO, AFP -", "AFP - ".
var dashed = regexp.MustCompile(`^(?:[^(),"“]{2,40}, )?([A-Za-z]{2,12})\s*(?:--|[-–—])\s`)

// copyright is an agency in a copyright line: "© 2020 AFP", "Copyright 2020
// The Associated Press."
var copyright = regexp.MustCompile(`(?i)(?:copyright|©|\(c\))[ ©]*(?:\(c\) ?)?(?:\d{4})?,? ?(?:by )?([^.,©|\n\d]{2,40})`)

// signs returns the agencies that a's page names as writers of its text. A
// credit inside a paragraph ("as reported by TASS") attributes what is told
// there, a photo credit the photo, and "contributed to this report" names a
// helper: none is a sign.
func signs(a *stemma.Article) []sign {
	var out []sign
	add := func(agency string, weight float64, why string) {
		if agency == "" {
			return
		}
		if i := slices.IndexFunc(out, func(s sign) bool { return s.agency == agency }); i >= 0 {
			if weight > out[i].weight {
				out[i] = sign{agency: agency, weight: weight, why: why}
			}
			return
		}
		out = append(out, sign{agency: agency, weight: weight, why: why})
	}
	add(Agency(a.Outlet), 1, "the page is the agency's own")
	ps := paragraphs(a)
	for _, p := range ps[:min(len(ps), datelineParas)] {
		head := a.Text[p.Start:min(p.End, p.Start+datelineReach)]
		if m := submatch(paren, head, "("); m != nil {
			name := Agency(m[1])
			if name == "" && slices.Contains(a.Credits, m[1]) { // an agency no table knows
				name = m[1]
			}
			add(name, 1, "its dateline names "+m[1])
		} else if m := submatch(dashed, head, "-–—"); m != nil {
			add(Agency(m[1]), 0.9, "its dateline names "+m[1])
		} else if len(head) == p.Len() && p.Len() <= creditLine {
			add(byline(head), 0.8, "a line at its head is "+strings.TrimSpace(head))
		}
	}
	for _, c := range a.Credits {
		add(Agency(c), 0.9, "it is credited to "+c)
	}
	for _, b := range a.Bylines {
		add(byline(b), 0.9, "its byline is "+b)
	}
	closing := len(out)
	for _, p := range ps[max(0, len(ps)-creditParas):] {
		s := a.Text[p.Start:p.End]
		if len(s) <= creditLine && !strings.ContainsAny(s, "\"“") {
			add(Agency(s), 0.8, "its closing line is "+strings.TrimSpace(s))
		}
		add(copyrightOf(s), 0.7, "its copyright line names the agency")
	}
	for i := closing; i < len(out); i++ {
		out[i].closes = true
	}
	for _, n := range a.Notices {
		add(copyrightOf(n), 0.7, "its copyright line names the agency")
	}
	return out
}

// submatch is what e finds in s. Most texts have none of the marks that e asks
// for, and to see that takes less than e.
func submatch(e *regexp.Regexp, s, marks string) []string {
	if !strings.ContainsAny(s, marks) {
		return nil
	}
	return e.FindStringSubmatch(s)
}

// byline returns the agency of a byline: "Ana Ruiz, Associated Press" -> "AP".
func byline(b string) string {
	if n := Agency(b); n != "" {
		return n
	}
	for _, cut := range []string{",", "|", "/", " for ", " of ", " - ", "("} {
		if i := strings.LastIndex(b, cut); i >= 0 {
			if n := Agency(b[i+len(cut):]); n != "" {
				return n
			}
		}
	}
	return ""
}

// copyrightOf returns the agency a copyright line names. A line about a photo
// is none.
func copyrightOf(s string) string {
	if len(s) > longFurniture {
		return ""
	}
	low := strings.ToLower(s)
	if strings.Contains(low, "photo") || strings.Contains(low, "image") {
		return ""
	}
	for _, m := range copyright.FindAllStringSubmatch(s, 4) {
		if n := Agency(m[1]); n != "" {
			return n
		}
	}
	return ""
}

// best returns the weightiest sign; none where two agencies weigh the same.
func best(signs []sign) sign {
	var top sign
	tie := false
	for _, s := range signs {
		switch {
		case s.weight > top.weight:
			top, tie = s, false
		case s.weight == top.weight:
			tie = true
		}
	}
	if tie {
		return sign{}
	}
	return top
}
