package stemma

// Promised is the type and mode of what somebody says will be done: by PLOVER
// 2.0 a promise to cooperate is AGREE, one to do harm THREATEN.
func Promised(kind, mode string) (string, string) {
	switch kind {
	case "AID", "COOPERATE", "CONCEDE", "RETREAT", "SUPPORT":
		return "AGREE", ""
	case "SANCTION":
		return "THREATEN", "restrict"
	case "COERCE":
		if mode == "arrest" {
			return "THREATEN", "arrest"
		}
		return "THREATEN", "restrict"
	case "ASSAULT":
		return "THREATEN", "violence"
	}
	return kind, mode
}

// Plover is the type and mode that PLOVER 2.0 gives a telling as it stands: a
// meeting to come is AGREE, harm that may be done THREATEN. Events keep the
// type of the deed itself, so that a meeting planned and held is one.
func (t *Telling) Plover() (kind, mode string) {
	switch {
	case t.Status == "planned" && t.Kind == "CONSULT":
		return "AGREE", ""
	case t.Status == "hypothetical" && t.Kind == "MOBILIZE":
		return "THREATEN", "violence"
	case t.Status == "hypothetical" && (t.Kind == "SANCTION" || t.Kind == "COERCE" || t.Kind == "ASSAULT"):
		return Promised(t.Kind, t.Mode)
	}
	return t.Kind, t.Mode
}

// Cameo is CAMEO's root code of a type of PLOVER, "" of a type it has none for.
// Of types that CAMEO parts in several it is the first.
func Cameo(kind string) string {
	return cameo[kind]
}

var cameo = map[string]string{
	"AGREE": "03", "CONSULT": "04", "SUPPORT": "05", "COOPERATE": "06", "AID": "07", "CONCEDE": "08", "RETREAT": "08", "REQUEST": "10",
	"ACCUSE": "11", "REJECT": "12", "THREATEN": "13", "PROTEST": "14", "MOBILIZE": "15", "SANCTION": "16", "COERCE": "17", "ASSAULT": "18",
}
