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

### Verification
verify-form = bytes and canonical form
verify-chain = chain, order and ids
verify-copies = both copies equal
verify-documents = documents
verify-sealed = sealed values
verify-values = values recomputed from the entries alone
verify-checkpoint = checkpoint
verify-outcome-sound = ✓ { $check }: { $count }
verify-outcome-failed = ✗ { $check }: not as it should be
verify-outcome-unchecked = – { $check }: { $why }
verify-unchecked = not checked
verify-without-key = { $count ->
    [one] { $count } not checked: no key
   *[other] { $count } not checked: no key
}
verify-without-checkpoint = not checked: no checkpoint given; a shortened ledger would not be noticed
verify-findings = { $count ->
    [one] { $count } finding
   *[other] { $count } findings
}
verify-not-sound = the ledger is not as it was recorded
finding-log = the ledger cannot be read: { $cause }
finding-form = #{ $entry }: not in canonical form ({ $cause })
finding-sequence = #{ $entry }: the entry says that it is #{ $cause }
finding-chain = #{ $entry }: does not carry the hash of the entry before
finding-time = #{ $entry }: recorded before the entry before it
finding-id = #{ $entry }: carries the id of another entry
finding-source = #{ $entry }: names another ledger
finding-replay = #{ $entry }: cannot follow what comes before ({ $cause })
finding-copies = the two copies differ: { $store } and { $twin }
finding-nodocument = #{ $entry }: what stands as a document is none
finding-document-missing = #{ $entry }: “{ $name }” is missing; put the document back as { $file }
finding-document-differs = #{ $entry }: “{ $name }” is no longer the same; put the original back as { $file }
finding-document-unreadable = #{ $entry }: “{ $name }” cannot be read; look at the rights of { $file }
finding-sealed-missing = #{ $entry }: { $file } is missing; put it back from a backup ({ $person })
finding-sealed-altered = #{ $entry }: { $file } was changed, or the key of { $person } is another
finding-sealed-key = #{ $entry }: the key of { $person } cannot be read ({ $file })
finding-sealed-unreadable = #{ $entry }: { $file } cannot be read; look at its rights ({ $person })
finding-value = { $indicator } ({ $plan }) at { $day }: the contributions do not give the value

### Documents and sealed values
evidence-agreement = agreement
evidence-bankstatement = bank statement
evidence-confirmation = confirmation
evidence-webcapture = web capture
evidence-internalnote = internal note
evidence-other = other
document-here = here
document-missing = missing
document-bytes = { $bytes } bytes
show-sealed = “sealed” ({ $person })
show-documents = { $count ->
    [one] { $count } document
   *[other] { $count } documents
}
show-recorder = by { $name }
explain-document = document: { $name } ({ $kind })
vault-file = { $path }: { $cause }
vault-not-a-file = { $path } is not a file; give a document
vault-empty = { $path } is empty; give the document itself
vault-too-large = { $path } has more than 4 GiB; give a smaller document
vault-name = the name of { $path } cannot be kept ({ $cause }); rename the file
vault-no-key-folder = there is no folder for keys; name one in JALON_KEYS
vault-keys-inside = the folder for keys, { $path }, lies inside the ledger; name another in JALON_KEYS
vault-no-key = the key of { $person } is not on this computer; bring it, or leave the person out
vault-key-file = the key { $path } is not as it was written; take it from a backup of the keys
vault-accounts = { $path } is not as it was written; take it from a backup, or move it aside
vault-random = the system gives no random bytes: { $cause }
vault-too-long = the value is too long to be sealed
sealing-no-such-person = “{ $typed }” is no person of the register whose key is on this computer; write person/… before the bar, or the text alone
sealing-several-persons = several persons are called “{ $typed }”: write before a bar the one you mean ({ $persons })
sealing-text = the text cannot be sealed: { $cause }
