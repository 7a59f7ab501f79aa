package dump

import (
	"strings"

	"golang.org/x/net/publicsuffix"

	"github.com/stemma-news/stemma/internal/block"
)

// masthead reports whether s is the name of a known outlet and nothing else,
// letter spacing and all: "TheDailyHarbour".
func masthead(s string) (string, bool) {
	if len(s) > 60 || len(s) < 2 {
		return "", false
	}
	if name, ok := named(s); ok {
		if s != strings.ToLower(s) && (len(strings.Fields(s)) > 1 || len(s) >= 3) || isHost(s) {
			return name, true
		}
		return "", false
	}
	if name, rest, ok := strings.Cut(s, ", "); ok && countries[strings.ToLower(rest)] { // "Interfax, Russia"
		if name, ok := named(name); ok && name != strings.ToLower(name) {
			return name, true
		}
	}
	if isHost(s) {
		return strings.TrimPrefix(strings.ToLower(s), "www."), true
	}
	q := squash(s)
	if len(q) < 6 {
		return "", false
	}
	if name, ok := squashed()[q]; ok {
		return name, true
	}
	return "", false
}

// isHost reports whether s is nothing but a web host: "www.harbourtimes.com".
// What the world's list of endings does not know ("p.s.") is none.
func isHost(s string) bool {
	if strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.") != "" || strings.Count(s, ".") == 0 {
		return false
	}
	end, listed := publicsuffix.PublicSuffix(strings.ToLower(s))
	return (listed || strings.Contains(end, ".")) && len(end) < len(s)
}

// copyright reads whose page it is out of a line of copyright: "© Copyright
// 1997-2024 Harbour.example | All Rights Reserved", "© 2025 Harbour Media, All rights
// reserved."
func copyright(s string) (name string, at int) {
	low := strings.ToLower(s)
	if len(s) > 300 || len(low) != len(s) || !strings.Contains(s, "©") && !strings.Contains(low, "copyright") && !strings.Contains(low, "(c) 2") {
		return "", 0
	}
	i := max(strings.Index(s, "©"), strings.Index(low, "copyright"), strings.Index(low, "(c)"))
	rest := s[i:]
	rest = strings.TrimLeft(rest, "©(cC)")
	if strings.HasPrefix(strings.ToLower(rest), "opyright") {
		rest = rest[len("opyright"):]
	}
	rest = strings.TrimLeft(rest, " ©:,-–|.")
	if len(rest) >= 9 && strings.EqualFold(rest[:9], "copyright") {
		rest = rest[9:]
	}
	rest = strings.TrimLeft(rest, " ©:,-–—|.0123456789")
	if len(rest) >= 3 && strings.EqualFold(rest[:3], "by ") {
		rest = rest[3:]
	}
	if all := "all rights reserved"; len(rest) > len(all) && strings.EqualFold(rest[:len(all)], all) { // "© 2025 All rights reserved. Harbour Media"
		rest = strings.TrimLeft(rest[len(all):], " .,:|-–—")
	}
	at = len(s) - len(rest)
	end := len(rest)
	for _, stop := range []string{" All ", ". ", ", ", " | ", " - ", " – ", ".All", " all rights", " ALL ", "|", " Tous ", " Todos ", " Alle ", " Hak ", " 19", " 20", ";", " is ", " Powered", " and/or", " or its"} {
		if k := strings.Index(rest, stop); k >= 0 && k < end && rest[:k] != "St" {
			end = k
		}
	}
	name = cutWords(strings.Trim(rest[:end], block.Space+".,|"), lawWords)
	if name == "" || len(strings.Fields(name)) > 6 || !titled(name) && !strings.Contains(name, ".") || noHolder[strings.ToLower(name)] {
		return "", 0
	}
	return name, at
}

// noHolder are words that follow "Copyright" and name nobody: "Copyright Policy",
// "Copyright 2013. It is reprinted ...".
var noHolder = map[string]bool{"policy": true, "policies": true, "notice": true, "notices": true, "statement": true, "information": true, "info": true, "agent": true, "claims": true, "infringement": true, "complaints": true, "disclaimer": true, "law": true, "act": true, "office": true, "terms": true, "guidelines": true, "all rights reserved": true, "it": true, "this": true, "the": true, "university": true}

// wordsAfter returns up to three words with capitals from byte i on.
func wordsAfter(s string, i int) (string, int) {
	end := i
	for range 3 {
		rest := s[end:]
		t := strings.TrimLeft(rest, " ")
		k := strings.IndexAny(t, " .,;:\"”)")
		if k < 0 {
			k = len(t)
		}
		if k == 0 || !titled(t[:k]) {
			break
		}
		end += len(rest) - len(t) + k
	}
	return strings.TrimSpace(s[min(i, end):end]), i
}
