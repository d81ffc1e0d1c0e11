/* How one recipient is texted, once: docs/delivery.md as a model that `spin` walks through whole, every order of every step of

     two SMS workers (each may die at any step), the sender's slot and circuit left out;
     Twilio: a POST is taken or not, its answer may be lost, its list lags and may hide what a text is, callbacks come twice, late or never;
     the reconciler and the sweepers; a person who opts out; staff who pause and resume.

   Checked: nobody is texted twice; nothing leaves later than a second after an opt-out or a pause was acknowledged; every run ends the row, or leaves it
   unknown where Twilio alone can tell.  Steps carry the names of the code's own.  FAULT puts a fault of before back, which must be found:

     1  absence taken from a list that holds a text which nobody accounts for      (double)
     2  a second round of POSTs under a lease that has run out                      (double)
     3  a POST that waits after its claim                                           (late)
     4  a repeated word about the attempt before the last                           (double)

   Left out, as docs/delivery.md says: "Send again" by a person; a process that freezes between its last look at the clock and its POST. */

#ifndef FAULT
#define FAULT 0
#endif

#define ATTEMPTS 3      /* POSTs of the row at most; each claim is an attempt, numbered from 1 */
#ifndef DEATHS
#define DEATHS 1        /* of workers */
#endif

mtype:status = { pending, unknown, accepted, ended };                       /* sending is pending under a claim; accepted is also sent */
mtype:reason = { none, worker_lost, worker_lost_absent, left_open };        /* why it is unknown */
mtype:answer = { taken, refused, busy, broken };                            /* broken: a 5xx, a time-out, an answer that can't be read */
mtype:word   = { delivered, undelivered };

/* Postgres: the row, the claim of its batch, and what it knows of sids. */
mtype:status status = pending;
mtype:reason why = none;
byte claim = 0, attempt = 0, attempts = 0;
bool earlier[ATTEMPTS + 1], held[ATTEMPTS + 1];
bool stopped;           /* by the patient's opt-out, or by staff who pause and may resume; the one confirmation of an opt-out by the end of its five minutes */

/* Twilio. */
bool flying[ATTEMPTS + 1], has[ATTEMPTS + 1], listed[ATTEMPTS + 1];
mtype:answer answers[ATTEMPTS + 1];
mtype:word word[ATTEMPTS + 1];      /* the carrier's last, from the first callback on */
bool again[ATTEMPTS + 1];           /* the callback came a second time */
bool helpful;                       /* callbacks come, though maybe late, and the list shows what a text is; else neither */

/* The time: whether a claim is younger than a second, whether a stop is older than one. */
bool fresh[ATTEMPTS + 1], stoppedLate;

byte deaths = 0;

inline RecordOutcomes(a, outcome) {
    atomic {
        if
        :: claim == a || (status == unknown && attempt == a) ->
            if
            :: status == pending || status == unknown ->
                if
                :: outcome == taken -> status = accepted; held[a] = true; attempt = 0; why = none
                :: outcome == refused -> status = ended; attempt = 0; why = none
                :: outcome == busy -> status = pending; attempt = 0; why = none
                :: outcome == broken -> status = unknown; attempt = a; why = left_open
                fi
            :: else -> if :: outcome == taken -> held[a] = true :: else fi
            fi;
            if :: claim == a -> claim = 0 :: else fi
        :: else
        fi;
        outcome = 0; answers[a] = 0; fresh[a] = false
    }
}

active [2] proctype SmsWorker() {
    byte mine = 0;
    mtype:answer outcome;
end:
    do
    :: atomic { /* ClaimBatch */
            status == pending && claim == 0 && attempts < ATTEMPTS && !stopped ->
            attempts++; mine = attempts; claim = mine; fresh[mine] = true
        };
        do
        :: atomic { /* CreateAsync: the POST leaves */
#if FAULT == 2
                true ->
#elif FAULT == 3
                claim == mine ->
#else
                fresh[mine] ->
#endif
                assert(!stoppedLate);
                flying[mine] = true
            };
            if
            :: atomic { answers[mine] != 0 -> outcome = answers[mine] }
            :: atomic { !flying[mine] -> outcome = broken }     /* the answer is lost on its way */
            :: atomic { deaths < DEATHS -> deaths++; goto dead }
            fi;
            break
        :: atomic { !fresh[mine] -> outcome = busy }; break      /* too late: given back unsent */
        :: atomic { deaths < DEATHS -> deaths++; goto dead }
        od;
        if
        :: RecordOutcomes(mine, outcome)
        :: atomic { deaths < DEATHS -> deaths++ }
        fi;
dead:   atomic { mine = 0; outcome = 0 }
    od
}

inline ApplyStatuses(a) {
    if
    :: FAULT != 4 && earlier[a]                                         /* a late word about an attempt before the last */
    :: else ->
        if
        :: word[a] == undelivered && status == accepted && claim == 0 -> /* tried again */
            status = pending; earlier[a] = true
        :: else ->
            status = ended; attempt = 0; why = none
        fi
    fi;
    held[a] = true
}

#define once(b, a) (b == a || !has[b] || word[b] == undelivered)

inline Arrive(a) {
    /* A POST reaches Twilio. */
    flying[a] = false;
    if
    :: has[a] = true; answers[a] = taken
    :: has[a] = true; answers[a] = broken
    :: answers[a] = broken
    :: answers[a] = busy
    :: answers[a] = refused
    fi;
    /* Nobody is texted twice: of whatever was taken before it is known that it did not arrive. */
    assert(!has[a] || (once(1, a) && once(2, a) && once(3, a)))
}

inline Callback(a) {
    if
    :: word[a] == 0 -> if :: word[a] = delivered :: word[a] = undelivered fi
    :: else -> again[a] = true
    fi;
    ApplyStatuses(a)
}

/* As far as it makes a difference to the row. */
#define toList(a) (status == unknown && has[a] && !listed[a] && !held[a])
#define toCall(a) (helpful && has[a] && !again[a] && (status != ended || claim != 0))

active proctype Twilio() {
    if :: helpful = true :: true fi;
end:
    do
    :: atomic { flying[1] -> Arrive(1) }
    :: atomic { flying[2] -> Arrive(2) }
    :: atomic { flying[3] -> Arrive(3) }
    :: atomic { toList(1) -> listed[1] = true }
    :: atomic { toList(2) -> listed[2] = true }
    :: atomic { toList(3) -> listed[3] = true }
    :: atomic { toCall(1) -> Callback(1) }
    :: atomic { toCall(2) -> Callback(2) }
    :: atomic { toCall(3) -> Callback(3) }
    od
}

/* What the list holds that no sid of ours accounts for; and whether one of those is seen to be this row's. */
#define unaccounted(i) (listed[i] && !held[i])
#define legible(i)     (unaccounted(i) && helpful)
#define anyLegible     (legible(1) || legible(2) || legible(3))
#define anyUnaccounted (unaccounted(1) || unaccounted(2) || unaccounted(3))
#define lagging        (toList(1) || toList(2) || toList(3))
#if FAULT == 1
#define nothingThere   (!anyLegible)
#else
#define nothingThere   (!anyUnaccounted)
#endif

active proctype Reconciler() {
    byte found, asked;
end:
    do
    :: atomic { /* ExpireLeases: a lease is longer than a second, and than any POST can take */
            claim != 0 && !fresh[claim] && !flying[claim] ->
            if :: status == pending -> status = unknown; attempt = claim; why = worker_lost :: else fi;
            claim = 0
        }
    :: atomic { /* Twilio's list is read; the second look comes when what was there at the first has been listed */
            status == unknown &&
                (anyLegible || (nothingThere && why == worker_lost) || (nothingThere && why == worker_lost_absent && !lagging)) ->
            asked = attempt;
            if :: legible(1) -> found = 1 :: legible(2) -> found = 2 :: legible(3) -> found = 3 :: !anyLegible fi
        };
        atomic { /* and what it means is written if the row still is what it was */
            if
            :: status == unknown && attempt == asked && found != 0 -> status = accepted; held[found] = true; attempt = 0; why = none   /* RecordFound */
            :: status == unknown && attempt == asked && found == 0 && why == worker_lost -> why = worker_lost_absent                  /* RecordAbsent */
            :: status == unknown && attempt == asked && found == 0 && why == worker_lost_absent -> status = pending; attempt = 0; why = none
            :: else
            fi;
            found = 0; asked = 0
        }
    od
}

/* The campaign's end, eleven hours without a word, a second that passes. */
active proctype Time() {
end:
    do
    :: atomic { status == pending && claim == 0 -> status = ended }     /* EndWaitingMessages */
    :: atomic { status == accepted && claim == 0 -> status = ended }    /* CloseUnconfirmed */
    :: atomic {
            (claim != 0 && fresh[claim]) || (stopped && !stoppedLate) ->
            fresh[1] = false; fresh[2] = false; fresh[3] = false;
            stoppedLate = stopped
        }
    od
}

#if FAULT != 2
active proctype People() {
    if
    :: stopped = true                                                   /* TakeReply; or a pause; or five minutes after the opt-out */
    :: stopped = true; atomic { stopped = false; stoppedLate = false }
    :: true
    fi
}
#endif

/* When nothing is left to happen. */
active proctype End() {
    timeout -> assert(status == ended || (status == unknown && (why == left_open || anyUnaccounted)))
}
