# Numbers
percent = { $number }%
money = { $symbol }{ $number }
period = { $from } to { $to }

# Table
table-title = { $plan } — as at { $day }
column-indicator = Indicator
column-target = Target
column-delivered = Delivered
column-percent = % of target
column-grade = Backing
reached = { $reached } of { $of } reached
not-stated = n/a
at-least = at least { $value }
narrative-entries = { $count ->
    [one] { $count } entry in words
   *[other] { $count } entries in words
}
table-foot = plan { $plan }, version { $version } · { $size } entries · fingerprint { $head }
table-legend = n/a: not stated · ≠: itemised entries contradict the published total

# What backs a value
grade-documented = itemised, with document
grade-itemised = itemised, no document
grade-reported = reported total

# Precision
precision-rounded = { $value } (rounded)
precision-atleast = more than { $value }
precision-about = about { $value }
precision-atmost = at most { $value }

# Rules
rule = { $kind }, { $window }.
rule-from = From: { $types }.
rule-where = (where { $conditions })
rule-per = One per { $path }, added up.
rule-share = { $part } over { $whole }, in percent.
rule-having = For each key: { $condition }.
kind-count = Count
kind-sum = Sum
kind-distinct = Number of different
kind-latest = Latest value
kind-share = Share
kind-max = Largest value
kind-mean = Mean
kind-attained = Attained or not
kind-narrative = In words, no number
window-cumulative = cumulative since { $day }
window-fiscalyear = within the fiscal year
window-open = open at the date
window-state = state at the date
condition-is = { $path } is { $value }
condition-isnot = { $path } is not { $value }
condition-list = { $path } is in the list { $value }
condition-notlist = { $path } is not in the list { $value }
condition-atleast = { $path }: at least { $value } different
condition-min = { $path } ≥ { $value }
condition-max = { $path } ≤ { $value }
condition-yes = { $path }: yes{ $value }
condition-no = { $path }: no{ $value }
status-printed = printed
status-supposed = supposed
status-confirmed = confirmed

# Explanation
explain-value = As at { $day }: { $value }
explain-rule = Rule ({ $status }): { $rule }
explain-contributions = { $count ->
    [one] { $count } contribution
   *[other] { $count } contributions
}
explain-notcounted = { $count ->
    [one] { $count } entry not counted
   *[other] { $count } entries not counted
}
citation-line = , line { $line }
citation-words = : “{ $words }”
reason-classnotstated = class not stated ({ $paths })
reason-contradictstotal = contradicts the published total (#{ $entry })
reason-beforefirstday = before the indicator's first day
reason-straddles = may lie before or after the date
reason-planned = planned, not confirmed
reason-notapproved = waits for approval
reason-rejected = rejected
reason-withdrawn = withdrawn (#{ $entry })
reason-noconversion = another currency, no recorded conversion
reason-valuenotstated = value not stated ({ $paths })
reason-keynotstated = key not stated ({ $paths })
reason-replacedtotal = total replaced by a later one (#{ $entry })
reason-totalafterdate = published total of a period that ends after the date
reason-filtered = a published total cannot be filtered
remark-alreadycounted = already counted (#{ $entry })
remark-superseded = a later entry holds (#{ $entry })
remark-supersededsameday = same date, the one recorded later holds (#{ $entry })
remark-closedby = closed (#{ $entry })
remark-ended = ended on { $entry }
remark-besidetotal = beside the published total (#{ $entry })
remark-remainder = what is left of the published total, not itemised
remark-wholetotal = the published total, whole
remark-keynotmet = the condition on the key is not met
remark-notlargest = not the largest
verify-unknown = Not checked: no checkpoint; a shortened ledger would not be noticed.

# Opening the ledger
notice-line-aside = an unfinished last line was moved aside: { $value }
notice-line-ignored = an unfinished last line is passed over (#{ $value })
notice-caught-up = the store was brought up to the lines, { $value } entries
notice-store-rebuilt = the store was made anew from the lines: { $value } entries
notice-twin-only = only the lines are read: { $value }

# Demonstration
demo-next = What to try next:
    { "  " }jalon --ledger { $folder } explain newsletters --as-at 2024-03-31
    { "  " }jalon --ledger { $folder } kpi --as-at 2023-03-31
    { "  " }jalon --ledger { $folder } verify

# Recording
record-ends-today = the period holds today: it ends on { $day } (--planned keeps it whole)

# Journal
journal-corrected = { $count ->
    [one] corrected { $count } time
   *[other] corrected { $count } times
}
journal-withdrawn = withdrawn

# Opening a ledger
init-key = signing key kept in { $path }: outside the ledger, to be backed up apart


# Repair
repair-choose = nothing changed; --from twin or --from store says which of the two copies is right
repair-needed = the two copies do not agree
repair-aside = the other copy was moved aside: { $path }

# Reconciliation
reconcile-line = l. { $line } · { $indicator } · { $figure }: printed { $shown }, computed { $computed } — { $verdict }
reconcile-totals = { $agrees } agree, { $differs } differ, { $unchecked } to be read
verdict-agrees = agrees
verdict-differs = differs
verdict-unchecked = cannot be compared

### typed
typed-or = or
typed-nearest = { $sentence } (nearest: { $near })
typed-field = { $field }: { $problem }
typed-empty = nothing is written
typed-decimal = { $whole }.{ $fraction }
typed-date-empty = the date is empty; write for example 2023-09-27, 2023-09, 2023, FY2024, or two dates with .. between them
typed-date-unknown = “{ $typed }” is not a date; write for example 2023-09-27, September 27, 2023, 2023-09, 2023, FY2024 (the fiscal year that ends in 2024), or two dates with .. between them
typed-date-relative = “{ $typed }” will be another day tomorrow; in a file write the day itself, for example 2023-09-27
typed-date-no-such-day = the date “{ $typed }” does not exist; the last day of that month is { $last }
typed-date-not-in-calendar = the date “{ $typed }” does not exist in the calendar
typed-date-two-readings = “{ $typed }” can be read several ways: { $readings }; write the one you mean as YYYY-MM-DD
typed-date-end-before-start = “{ $typed }” ends ({ $to }) before it begins ({ $from })
typed-date-not-a-fiscal-year = “{ $typed }” is not a fiscal year of this ledger; for all days of these years write { $first }..{ $last }
typed-date-no-year = “{ $typed }” has no year; add it, for example September 27, 2023
typed-date-other-weekday = “{ $typed }”: { $day } is another day of the week; correct the date or leave the weekday out
typed-date-not-one-day = “{ $typed }” is more than one day; write one day, for example 2023-09-27
typed-number-none = “{ $typed }” is not a number; write it in digits, for example 4,200,000.50
typed-number-not-whole = “{ $typed }” is not a whole number
typed-number-percent = “{ $typed }” is a percentage; a number is needed here
typed-number-money = “{ $typed }” is an amount of money; a bare number is needed here
typed-number-word = “{ $typed }”: “{ $word }” is not understood beside a number
typed-number-two-readings = “{ $typed }” can be read two ways; write { $grouped } or { $decimal }
typed-number-decimals = { $decimals ->
    [one] “{ $typed }” has more than { $decimals } decimal; nothing is rounded here
   *[other] “{ $typed }” has more than { $decimals } decimals; nothing is rounded here
}
typed-number-too-large = “{ $typed }” is too large; the limit is { $limit }
typed-number-foreign = “{ $typed }” is in { $currency } and the ledger is in { $ledger }; import this amount as JSON Lines with its conversion to { $ledger } (“converted”: amount, currency, rate, source, date)
typed-number-which-currency = “{ $typed }”: several currencies are written { $sign }; write the code, for example USD 1200
typed-body-unknown = “{ $typed }” is not in the register
typed-body-several = several are called “{ $typed }”: { $bodies }; write the id of the one you mean
typed-body-other-kind = “{ $id }” does not fit here; { $kinds } is needed
body-organisation = an organisation
body-project = a project
body-deliverable = a deliverable
body-person = a person
typed-text-control = the text holds the control character { $code }; take it out
typed-text-too-long = the text has { $length } characters; the limit is { $limit }
typed-yes-no = “{ $typed }” is neither yes nor no
typed-choice = “{ $typed }” is none of these choices: { $choices }
typed-sealed = the field is sealed; its value is not written here
typed-repeated = “{ $typed }” stands twice
typed-items = { $given } values are too many; the limit is { $limit }
typed-field-unknown = the type “{ $kind }” has no field “{ $typed }”
typed-field-several = “{ $typed }” can be { $fields }; write the one you mean
typed-field-twice = the field “{ $field }” is given twice
typed-field-retired = the field “{ $field }” is no longer used
typed-field-pair = “{ $typed }” is not NAME=VALUE
typed-type-unknown = there is no activity type “{ $typed }”
typed-type-several = “{ $typed }” can be { $types }; write the one you mean

### import
import-rows = the file has more than { $limit } rows; import it in several parts
import-id = “{ $typed }” is not the id of an entry (a UUID in lower case)
import-end-before-start = it ends ({ $to }) before it begins ({ $from })
import-encoding-utf8 = the file is in UTF-8, but this place is damaged; save it again in UTF-8
import-encoding-utf16 = the file is in UTF-16, but this place is damaged; save it again in UTF-8
import-encoding-unknown = the file is in no known encoding (UTF-8, UTF-16, Windows-1252); save it again in UTF-8
import-counts = { $added ->
    [one] { $added } recorded
   *[other] { $added } recorded
}, { $skipped } there already
import-would = nothing is written (--dry-run); would be recorded: { $added }; there already: { $skipped }
import-type = { $count } × { $kind }
import-planned = { $count ->
    [one] { $count } ends after today: it is planned and does not count until it is confirmed
   *[other] { $count } end after today: they are planned and do not count until they are confirmed
}
csv-open-quote = this quotation mark is never closed
csv-after-quote = something follows the closing quotation mark; within a cell the mark is written twice
csv-empty = the file is empty; its first line names the columns
csv-no-type = no column “type”; add it, or say the type of all rows with --type
csv-type-twice = both the column “{ $head }” and --type say the type; take one of them out
csv-head = the column “{ $head }” is not known
csv-head-two-meanings = the column “{ $head }” can be { $column } or the field { $field }; write { $column } or fields.{ $field }
csv-head-twice = the column “{ $head }” stands twice
csv-no-column = a file of published totals needs the column “{ $head }”
csv-no-head = “{ $typed }” stands under no column name; a decimal comma may need quotation marks
csv-empty-cell = { $head }: the cell is empty
csv-missing = the field “{ $label }” ({ $field }) is missing; the type “{ $kind }” requires it
csv-date-twice = the date stands twice: under “on”, and under “occurredfrom” or “occurredto”
csv-no-source = the citation does not name its source; write it under “citation”
csv-basis = “{ $typed }” is none of these words: firsthand, document, report
csv-indicator = there is no indicator “{ $typed }”
line-syntax = from here on this is not JSON
line-unfinished = the line ends within a value; an object stands on one line
line-not-an-object = a line is an object, between braces
line-twice = “{ $member }” stands twice
line-null = “{ $member }” is null; what is not there is left out
line-fraction = “{ $member }” is not a whole number; a number with decimals is written as text, for example "53.24"
line-unknown = “{ $member }” is not known
line-missing = “{ $member }” is missing
line-not-text = “{ $member }” is not a text
line-shape = “{ $member }” is not written as it should be
line-date = “{ $typed }” is not a day of the calendar, written as in 2023-09-27
line-body = “{ $typed }” is not a register id, such as organisation/ocde
line-ref = no line above is called “{ $name }” (“ref”)
line-ref-twice = another line above is called “{ $name }” (“ref”)
line-recordedtime = an import gives no “recordedtime”: the ledger writes it when it records
