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

# Import
import-done = { $rows } recorded, { $skipped } there already

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

### Comparison
points = { $number } points
comparison-title = { $plan } — as at { $day }, beside { $before }
comparison-rule-changed = † the rule changed between the two dates; both columns follow the newer one
comparison-target-revised = ‡ { $label }: target { $before }, then { $now } since { $since } ({ $reason })
column-change = Change
no-target = no target
no-reason = no reason given
