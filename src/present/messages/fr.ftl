# Nombres
percent = { $number } %
money = { $number } { $symbol }
period = du { $from } au { $to }

# Tableau
table-title = { $plan } — au { $day }
column-indicator = Indicateur
column-target = Cible
column-delivered = Réalisé
column-percent = % de la cible
column-grade = Appui
reached = { $reached } sur { $of } atteints
not-stated = n/d
at-least = au moins { $value }
narrative-entries = { $count ->
    [one] { $count } inscription en mots
   *[other] { $count } inscriptions en mots
}
table-foot = plan { $plan }, version { $version } · { $size } inscriptions · empreinte { $head }
table-legend = n/d : non disponible · ≠ : des éléments détaillés contredisent le total publié

# Appui d'une valeur
grade-documented = détaillé et étayé
grade-itemised = détaillé, sans pièce
grade-reported = total publié, sans détail

# Précision
precision-rounded = { $value } (arrondi)
precision-atleast = plus de { $value }
precision-about = environ { $value }
precision-atmost = au plus { $value }

# Règles de calcul
rule = { $kind }, { $window }.
rule-from = À partir de : { $types }.
rule-where = (où { $conditions })
rule-per = Un par { $path }, additionnés.
rule-share = { $part } sur { $whole }, en pour cent.
rule-having = Pour chaque clé : { $condition }.
kind-count = Nombre
kind-sum = Somme
kind-distinct = Nombre de différents
kind-latest = Dernière valeur
kind-share = Part
kind-max = Plus grande valeur
kind-mean = Moyenne
kind-attained = Atteint ou non
kind-narrative = En mots, sans nombre
window-cumulative = cumul depuis le { $day }
window-fiscalyear = au cours de l'exercice
window-open = en vigueur à la date
window-state = état à la date
condition-is = { $path } est { $value }
condition-isnot = { $path } n'est pas { $value }
condition-list = { $path } est dans la liste { $value }
condition-notlist = { $path } n'est pas dans la liste { $value }
condition-atleast = { $path } : au moins { $value } différents
condition-min = { $path } ≥ { $value }
condition-max = { $path } ≤ { $value }
condition-yes = { $path } : oui{ $value }
condition-no = { $path } : non{ $value }
status-printed = imprimée
status-supposed = supposée
status-confirmed = confirmée

# Explication
explain-value = Au { $day } : { $value }
explain-rule = Règle ({ $status }) : { $rule }
explain-contributions = { $count ->
    [one] { $count } apport
   *[other] { $count } apports
}
explain-notcounted = { $count ->
    [one] { $count } inscription non comptée
   *[other] { $count } inscriptions non comptées
}
citation-line = , ligne { $line }
citation-words =  : « { $words } »
reason-classnotstated = classe non précisée ({ $paths })
reason-contradictstotal = contredit le total publié (nº { $entry })
reason-beforefirstday = avant le premier jour de l'indicateur
reason-straddles = peut être avant ou après la date
reason-planned = prévue, non confirmée
reason-notapproved = en attente d'approbation
reason-rejected = rejetée
reason-withdrawn = retirée (nº { $entry })
reason-noconversion = autre monnaie, sans conversion inscrite
reason-valuenotstated = valeur non précisée ({ $paths })
reason-keynotstated = clé non précisée ({ $paths })
reason-replacedtotal = total remplacé par un total ultérieur (nº { $entry })
reason-totalafterdate = total publié d'une période qui finit après la date
reason-filtered = un total publié ne se filtre pas
remark-alreadycounted = déjà compté (nº { $entry })
remark-superseded = une inscription plus récente vaut (nº { $entry })
remark-supersededsameday = même date, l'inscription inscrite après vaut (nº { $entry })
remark-closedby = fermée (nº { $entry })
remark-ended = terminée le { $entry }
remark-besidetotal = à côté du total publié (nº { $entry })
remark-remainder = reste du total publié, sans détail
remark-wholetotal = total publié, en entier
remark-keynotmet = la condition sur la clé n'est pas remplie
remark-notlargest = n'est pas la plus grande
verify-unknown = Non vérifié : aucun point de contrôle ; un registre raccourci ne se remarquerait pas.

# Ouverture du registre
notice-line-aside = une dernière ligne incomplète a été mise de côté : { $value }
notice-line-ignored = une dernière ligne incomplète est laissée de côté (nº { $value })
notice-caught-up = la base a été remise à jour d'après les lignes, jusqu'à { $value } inscriptions
notice-store-rebuilt = la base a été refaite d'après les lignes : { $value } inscriptions
notice-twin-only = seules les lignes sont lues : { $value }

# Démonstration
demo-next = Et maintenant :
    { "  " }jalon --ledger { $folder } expliquer newsletters --as-at 2024-03-31
    { "  " }jalon --ledger { $folder } tableau --as-at 2023-03-31
    { "  " }jalon --ledger { $folder } verifier

# Inscription
record-ends-today = la période contient aujourd'hui : elle finit le { $day } (--planned la garde entière)

# Journal
journal-corrected = { $count ->
    [one] rectifiée { $count } fois
   *[other] rectifiée { $count } fois
}
journal-withdrawn = retirée

# Ouverture d'un registre
init-key = clé de signature gardée dans { $path } : hors du registre, à sauvegarder à part

# Importation
import-done = { $rows } inscrites, { $skipped } déjà là

# Réparation
repair-choose = rien n'a changé ; --from twin ou --from store dit laquelle des deux copies est juste
repair-needed = les deux copies ne s'accordent pas
repair-aside = l'autre copie a été mise de côté : { $path }

# Rapprochement
reconcile-line = l. { $line } · { $indicator } · { $figure } : imprimé { $shown }, calculé { $computed } — { $verdict }
reconcile-totals = { $agrees } concordent, { $differs } diffèrent, { $unchecked } à lire
verdict-agrees = concorde
verdict-differs = diffère
verdict-unchecked = ne se compare pas

### Comparison
points = { $number } points
comparison-title = { $plan } — au { $day }, à côté du { $before }
comparison-rule-changed = † la règle de calcul a changé entre les deux dates ; les deux colonnes suivent la plus récente
comparison-target-revised = ‡ { $label } : cible { $before }, puis { $now } depuis le { $since } ({ $reason })
column-change = Variation
no-target = sans cible
no-reason = sans motif
