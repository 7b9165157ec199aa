package article

// NoteCode says what was skipped, guessed or not attempted.
type NoteCode string

// The closed list of note codes.
const (
	NoteAmbiguousDate    NoteCode = "ambiguous_date"     // a date has two readings
	NoteRelativeDate     NoteCode = "relative_date"      // a date was resolved against another
	NotePlaceholderLink  NoteCode = "placeholder_link"   // a link leads nowhere; url is null
	NoteGuessedEncoding  NoteCode = "guessed_encoding"   // the file does not state its encoding
	NoteInvalidBytes     NoteCode = "invalid_bytes"      // bytes that no character has; shown as U+FFFD
	NoteControlChars     NoteCode = "control_characters" // control characters were dropped
	NoteMojibake         NoteCode = "mojibake"           // text looks decoded with a wrong encoding
	NoteNoTitle          NoteCode = "no_title"           // nothing in the file is a title
	NoteNoBody           NoteCode = "no_body"            // no block of body text was found
	NoteGuessedLanguage  NoteCode = "guessed_language"   // detection was unreliable
	NoteLanguageLimited  NoteCode = "language_limited"   // the language stages did not run
	NoteUnbalancedQuotes NoteCode = "unbalanced_quotes"  // a quotation mark has no partner
	NoteUnreadField      NoteCode = "unread_field"       // a record's field is not used
	NoteFieldType        NoteCode = "field_type"         // a record's field has the wrong type
	NoteTruncated        NoteCode = "truncated"          // something was cut at a limit
	NoteNestingLimit     NoteCode = "nesting_limit"      // nesting beyond the limit was flattened
	NoteGlyphMissing     NoteCode = "glyph_missing"      // a character has no shape in the faces
	NoteCellTruncated    NoteCode = "cell_truncated"     // a cell's text was cut at the sheet's limit
	NoteSummaryOnly      NoteCode = "summary_only"       // a feed gave only a summary
	NoteEdits            NoteCode = "edits"              // a correction no longer fits
	NoteUncertainLayout  NoteCode = "uncertain_layout"   // reading order or hyphens were guessed
	NoteUnreadPart       NoteCode = "unread_part"        // a part of the file is not read: attachment, footnotes
)

// NoteCodes is the closed list, in the order of the constants.
var NoteCodes = []NoteCode{
	NoteAmbiguousDate, NoteRelativeDate, NotePlaceholderLink, NoteGuessedEncoding,
	NoteInvalidBytes, NoteControlChars, NoteMojibake, NoteNoTitle, NoteNoBody,
	NoteGuessedLanguage, NoteLanguageLimited, NoteUnbalancedQuotes, NoteUnreadField,
	NoteFieldType, NoteTruncated, NoteNestingLimit, NoteGlyphMissing, NoteCellTruncated,
	NoteSummaryOnly, NoteEdits, NoteUncertainLayout, NoteUnreadPart,
}

// Severity is how much a note matters to the reader.
type Severity string

// The severities.
const (
	Info    Severity = "info"
	Warning Severity = "warning"
)

// Note tells the reader what the program did not do or could not know. Span is
// null where the note is about the whole file.
type Note struct {
	Code     NoteCode `json:"code"`
	Severity Severity `json:"severity"`
	Message  string   `json:"message"`
	Span     *Span    `json:"span"`
}
