# Computes the experiment with a coin as plainly as its formulas stand in docs/statistics.md: plan, evidence after each
# day, exact p, ratio, unknown days.
#   usage: Rscript coin.R DATA_FOLDER OUTPUT.json
# The first line of a data file has the rate before, the planned days, and what the plan is made of; then a day a line:
# coin 1 "reach it", -1 "leave it", empty none; the spasms of the day, empty unknown. A day's coin is for the next day.
suppressMessages(library(jsonlite))
arguments <- commandArgs(TRUE)
experiments <- c("P15_coin_doubling210", "P16_coin_no_difference")

coin_plan <- function(rate, phi, short, obeyed, known, ratio, waiting = short, ends_short = 1) {
  after_short <- rate * ratio / (1 + short * (ratio - 1))
  usual <- after_short * (ends_short + (1 - ends_short) / ratio)
  target <- after_short * (obeyed + (1 - obeyed) * (ends_short * ratio + 1 - ends_short)) / ratio
  q <- target / usual
  coins <- max(1, phi) * (qnorm(0.98) + qnorm(0.8))^2 * (2 / usual + 2 / target) / log(q)^2
  list(expected_ratio = q, coins = coins, days = max(28, 7 * ceiling((coins / (waiting * known) + 1) / 7)))
}

evidence <- function(side, y, rate) {
  stakes <- c(-0.4, -0.2, 0.2, 0.4)
  logs <- numeric(4)
  out <- numeric(0)
  for (j in seq_along(y)) {
    w <- y[j] - (14 * rate + sum(y[seq_len(j - 1)])) / (14 + j - 1)
    logs <- logs + stakes * side[j] * w - log(cosh(stakes * w))
    out <- c(out, mean(exp(logs)))
  }
  out
}

exact_p <- function(side, y) {
  weights <- length(y) * y - sum(y)
  all <- sum(abs(weights))
  p <- numeric(2 * all + 1)
  p[all + 1] <- 1
  for (w in abs(weights)) {
    if (w == 0) next
    none <- numeric(w)
    p <- (c(none, p[seq_len(length(p) - w)]) + c(p[-seq_len(w)], none)) / 2
  }
  sum(p[abs(-all:all) >= abs(sum(side * weights))])
}

analyse <- function(name) {
  file <- file.path(arguments[1], paste0(name, ".csv"))
  said <- strsplit(strsplit(sub("^# ", "", readLines(file, 1)), " ")[[1]], "=")
  head <- setNames(lapply(said, function(one) as.numeric(one[2])), sapply(said, `[`, 1))
  days <- read.csv(file, comment.char = "#")
  last <- min(nrow(days), head$planned)
  coin <- days$coin[seq_len(last - 1)]
  after <- days$spasms[seq_len(last)][-1]
  drawn <- !is.na(coin)
  used <- drawn & !is.na(after)
  side <- coin[used]
  y <- after[used]
  x <- c(sum(y[side == 1]), sum(y[side == -1]))
  n <- c(sum(side == 1), sum(side == -1))
  m <- (x + if (min(x) == 0) 0.5 else 0) / n
  se <- sqrt(var(y[side == 1]) / (n[1] * m[1]^2) + var(y[side == -1]) / (n[2] * m[2]^2))
  counts <- function(which) c(sum(drawn & coin == which & is.na(after)), sum(used & coin == which))
  unknown <- rbind(counts(1), counts(-1))
  list(
    days_used = length(y), target = list(days = n[1], spasms = x[1]), usual = list(days = n[2], spasms = x[2]),
    ratio = m[1] / m[2], ci95 = m[1] / m[2] * exp(c(-1, 1) * qnorm(0.975) * se), fewer_per_week = 7 * (m[2] - m[1]),
    p_exact = exact_p(side, y), evidence = evidence(side, y, head$rate),
    unknown = list(after_target = unknown[1, ], after_usual = unknown[2, ], p = fisher.test(unknown)$p.value),
    plan = coin_plan(head$rate, head$phi, head$short, head$obeyed, head$known, 2)
  )
}

table <- list()
for (weekly in c(2, 4, 8)) for (short in c(0.3, 0.5, 0.7, 0.9)) for (ratio in c(2, 3)) {
  plan <- coin_plan(weekly / 7, 1.1, short, 0.85, 0.9, ratio)
  table <- c(table, list(c(list(weekly = weekly, short = short, ratio = ratio), plan)))
}
# Some of the days that wait for a coin would have ended with enough.
waiting <- coin_plan(6 / 7, 1.3, 0.5, 0.85, 0.9, 2, waiting = 0.7, ends_short = 5 / 7)
results <- c(setNames(lapply(experiments, analyse), experiments), list(plans = table, waiting = waiting),
  list(versions = list(R = as.character(getRversion()), jsonlite = as.character(packageVersion("jsonlite")))))
write(toJSON(results, digits = NA, auto_unbox = TRUE), arguments[2])
