# Recomputes the figures of the joint model that the tests compare with: Rscript tests/reference/joint.R DATA_DIR RESULTS_FILE
# glm.fit, lm.wfit, splines::ns, fisher.test, uniroot, and a loop over every shift. Needs jsonlite; takes a minute.
suppressMessages(library(jsonlite))
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "calendar_and_shifts.R"))
arguments <- commandArgs(trailingOnly = TRUE)

targets <- c(water = 2000, magnesium = 350, potassium = 3500)
columns <- c(water = "fluid_ml", magnesium = "mg_mg", potassium = "k_mg")
candidates <- c("stress", "sleep_h", "exertion", "sitting_h", "caffeine_mg", "alcohol_units")
prior_sd <- c(day = .35, week = .70)

# ---- data: what is known on which day -----------------------------------------------------------------------------
read_diary <- function(name) {
  d <- read.csv(file.path(arguments[1], paste0(name, ".csv")))
  whole <- d$status == "complete"
  for (e in names(targets)) d[[e]] <- ifelse(whole, as.numeric(d[[columns[e]]] < targets[e]), NA)
  for (f in c("caffeine_mg", "alcohol_units")) d[[f]][!whole] <- NA
  d$dow <- as.POSIXlt(as.Date(d$date))$wday
  d$dow[d$dow == 0] <- 7
  d
}
week_share <- function(x) sapply(seq_along(x), function(t) {
  past <- if (t > 1) x[max(1, t - 7):(t - 1)] else NA
  if (sum(!is.na(past)) * 3 >= 14) mean(past, na.rm = TRUE) else NA
})
zero_filled <- function(x) ifelse(is.na(x), 0, x)
spread <- function(x) sqrt(mean((x - mean(x))^2))

# ---- the model at one look ----------------------------------------------------------------------------------------
# Columns of which the earlier ones leave less than 1e-9 of the sum of squares are left out.
keep_own <- function(x) {
  kept <- integer(0)
  for (j in seq_len(ncol(x))) {
    v <- x[, j]
    left <- if (length(kept)) lm.fit(x[, kept, drop = FALSE], v)$residuals else v
    if (sum(left^2) > 1e-9 * sum(v^2)) kept <- c(kept, j)
  }
  kept
}
posterior <- function(b, se, prior) {
  w <- 1 / se^2; r <- 1 / prior^2; mean <- b * w / (w + r); sd <- 1 / sqrt(w + r); half <- sqrt((w + r) * log((w + r) / (r * .05^2))) / w
  list(ratio = exp(mean), ci = exp(mean + c(-1, 1) * qnorm(.975) * sd), above_1 = pnorm(mean / sd),
       bayes_factor = sqrt(r / (w + r)) * exp((b * w)^2 / (2 * (w + r))), always_valid = exp(b + c(-1, 1) * half))
}
model <- function(d, question = "day", left_out = integer(0), by_arms = TRUE) {
  n <- nrow(d); y <- d$spasms; yesterday <- lagged(y, 1)
  recent <- sapply(seq_len(n), function(t) {v <- if (t > 1) y[max(1, t - 3):(t - 1)] else NA; v <- v[!is.na(v)]; if (length(v)) log1p(mean(v)) else 0})
  x <- sapply(names(targets), function(e) if (question == "week") week_share(d[[e]]) else lagged(d[[e]], 1))
  used <- !is.na(y) & !is.na(yesterday) & rowSums(!is.na(x)) > 0
  used[left_out] <- FALSE
  rows <- which(used); events <- sum(y[rows])
  arms <- lapply(setNames(nm = names(targets)), function(e) {
    a <- used & !is.na(x[, e]); s <- a & zero_filled(x[, e]) > .5; o <- a & !s
    c(short_days = sum(s), short_spasms = sum(y[s]), enough_days = sum(o), enough_spasms = sum(y[o]))})
  enters <- sapply(names(targets), function(e) {
    known <- x[rows, e][!is.na(x[rows, e])]; a <- arms[[e]]
    if (question == "day" && by_arms) min(a["short_days"], a["enough_days"]) >= 14 && min(a["short_spasms"], a["enough_spasms"]) >= 3
    else length(known) > 20 && spread(known) > 1e-6})
  found <- list(days = n, rows = length(rows), spasms = events, arms = arms, factors = list(), effects = list())
  entered <- names(targets)[enters]
  if (length(entered) == 0 || length(rows) < 30 || events < 5) return(found)

  full <- events >= 60; z <- calendar(d, full)
  columns <- list(); for (j in seq_len(ncol(z))) columns[[paste0("calendar", j)]] <- z[, j]
  columns$recent <- recent; columns$any_yesterday <- as.numeric(zero_filled(yesterday) > 0)
  taken <- 0
  for (f in candidates) {
    v <- lagged(d[[f]], 1); known <- v[rows][!is.na(v[rows])]; share <- length(known) / length(rows)
    status <- if (share < .3) "too_rarely_logged" else if (spread(known) < 1e-9) "does_not_vary" else if (events < 5 * (6 + taken)) "too_few_spasms" else "taken"
    found$factors[[f]] <- list(known_share = share, status = status)
    if (status != "taken") next
    taken <- taken + 1; columns[[f]] <- zero_filled(v)
    if (anyNA(v[rows])) columns[[paste0(f, "_unknown")]] <- as.numeric(is.na(v))
  }
  for (e in entered) if (anyNA(x[rows, e])) columns[[paste0(e, "_unknown")]] <- as.numeric(is.na(x[, e]))
  for (e in entered) columns[[e]] <- zero_filled(x[, e])
  X <- do.call(cbind, columns)[rows, , drop = FALSE]; X <- X[, keep_own(X), drop = FALSE]
  N <- nrow(X); p <- ncol(X); yu <- y[rows]
  if (N <= p + 2) return(found)

  fit <- glm.fit(X, yu, family = poisson(), control = tight); b <- fit$coefficients; mu <- fit$fitted.values
  here <- intersect(colnames(X), entered); others <- setdiff(colnames(X), entered)
  mu0 <- glm.fit(X[, others, drop = FALSE], yu, family = poisson(), control = tight)$fitted.values
  V <- solve(crossprod(X * sqrt(mu))); dispersion <- sum((yu - mu)^2 / mu) / (N - p); lags <- floor(4 * (n / 100)^(2 / 9))
  found <- c(found, list(full_calendar = full, columns = p, dispersion = dispersion, lags = lags))
  e0 <- numeric(n); e0[rows] <- yu - mu0
  for (e in here) {
    j <- match(e, colnames(X)); beta <- b[[j]]
    scores <- numeric(n); scores[rows] <- (X %*% V[, j]) * (yu - mu)
    long_run <- sum(scores^2)
    for (k in seq_len(lags)) long_run <- long_run + 2 * (1 - k / (lags + 1)) * sum(scores[(k + 1):n] * scores[1:(n - k)])
    r <- numeric(n); r[rows] <- lm.wfit(X[, -j, drop = FALSE], X[, j], mu0)$residuals
    statistic <- sapply(0:(n - 1), function(s) {
      v <- r[(0:(n - 1) - s) %% n + 1]; under <- sum(e0^2 * v^2)
      if (under > 1e-13 * sum(e0^2) * max(r^2)) sum(e0 * v) / sqrt(under) else 0})
    shift <- shift_p(statistic, 0, if (question == "week") 14 else 7)
    model_se <- sqrt(V[j, j]); dispersed <- model_se * sqrt(dispersion); newey_west <- sqrt(max(0, long_run) * N / (N - p))
    se <- max(dispersed * max(1, shift$spread), newey_west); df <- max(8, shift$shifts / 6); t <- qt(.975, df)
    belief <- posterior(beta, se, prior_sd[[question]])
    if (question == "day") {
      a <- arms[[e]]; x1 <- a[["short_spasms"]]; Ne <- a[["short_days"]] + a[["enough_days"]]; Ee <- x1 + a[["enough_spasms"]]; i <- exp(-beta); c1 <- x1 / Ee
      extra <- 7 * x1 * (1 - i) / Ne; share <- c1 * (1 - i)
      se_extra <- 7 / Ne * sqrt((x1 * i * se)^2 + dispersion * x1 * (1 - i^2))
      se_share <- sqrt((c1 * i * se)^2 + (1 - i)^2 * dispersion * c1 * (1 - c1) / Ee + 2 * (1 - i) * c1 * i * dispersion / Ee)
    } else {
      w <- X[, j]; m0 <- mu * exp(-beta * w)
      extra <- 7 * mean(mu - m0); share <- 1 - sum(m0) / sum(mu); a <- sum(mu - m0); v <- (sum(w * m0) * se)^2 + dispersion * sum(mu - m0^2 / mu)
      se_extra <- 7 / length(mu) * sqrt(v); se_share <- sqrt(v - dispersion * a^2 / sum(mu)) / sum(mu)
    }
    found$effects[[e]] <- list(
      log_ratio = beta, ratio = exp(beta), se_model = model_se, se_dispersed = dispersed, se_newey_west = newey_west, shift_spread = shift$spread,
      shifts = shift$shifts, score = shift$observed, p_shift = shift$p, se = se, df = df, ci = exp(beta + c(-1, 1) * t * se), p = 2 * pt(-abs(beta) / se, df),
      vif = sum(mu * (X[, j] - weighted.mean(X[, j], mu))^2) * V[j, j], posterior = belief,
      extra_per_week = extra + c(0, -1, 1) * t * se_extra, attributable_share = share + c(0, -1, 1) * t * se_share)
  }
  found
}

# ---- the verdict --------------------------------------------------------------------------------------------------
lacking <- function(m, e) {
  a <- m$arms[[e]]; g <- m$effects[[e]]
  m$days < 56 || a[["short_spasms"]] + a[["enough_spasms"]] < 24 || min(a[["short_days"]], a[["enough_days"]]) < 14 ||
    min(a[["short_spasms"]], a[["enough_spasms"]]) < 3 || is.null(g) || abs(g$log_ratio) > 8 || g$vif > 5
}
sure <- function(g) max(g$posterior$above_1, 1 - g$posterior$above_1)
held <- function(models, day_models, e, probability, factor) {
  side <- logical(0)
  for (k in seq_along(models)) {
    if (is.null(models[[k]]) || lacking(day_models[[k]], e)) return(FALSE)
    g <- models[[k]]$effects[[e]]
    if (is.null(g) || sure(g) < probability || g$posterior$bayes_factor < factor) return(FALSE)
    side <- c(side, g$posterior$above_1 >= .5)
  }
  length(unique(side)) == 1
}
next_day_unknown <- function(d, e) {
  n <- nrow(d); x <- d[[e]][-n]; unknown <- is.na(d$spasms[-1])
  counts <- c(sum(x == 1 & unknown, na.rm = TRUE), sum(x == 1 & !unknown, na.rm = TRUE), sum(x == 0 & unknown, na.rm = TRUE), sum(x == 0 & !unknown, na.rm = TRUE))
  table <- matrix(counts, 2, byrow = TRUE)
  list(after_short = counts[1], of_short = sum(counts[1:2]), after_enough = counts[3], of_enough = sum(counts[3:4]),
       p = if (min(rowSums(table), colSums(table)) == 0) 1 else fisher.test(table)$p.value)
}
lead <- function(d, e) {
  x <- d[[e]]; events <- sum(d$spasms[!is.na(lagged(x, 1))], na.rm = TRUE)
  if (events < 1 || spread(x[!is.na(x)]) == 0) return(NULL)
  shift_p(score_statistics(d, x, calendar(d, events >= 60)), -1)$p
}
verdict <- function(d, e, days, weeks, unknown) {
  now <- days[[1]]; g <- now$effects[[e]]
  if (lacking(now, e)) return(list(grade = "insufficient"))
  by_day <- held(days, days, e, .97, 3); by_week <- held(weeks, days, e, .99, 10); hinted <- held(days, days, e, .95, 0)
  none <- g$posterior$ci[1] > .8 && g$posterior$ci[2] < 1.25
  decides <- if (by_day && !none || !by_week) g else weeks[[1]]$effects[[e]]
  after <- c(unknown$after_short / unknown$of_short, unknown$after_enough / unknown$of_enough)
  capped <- unknown$p <= .05 && (if (decides$log_ratio > 0) after[2] > after[1] else after[1] > after[2])
  stable <- FALSE
  if (by_day && g$posterior$bayes_factor >= 20 && sure(g) >= .99) {
    n <- nrow(d); signs <- sapply(0:3, function(q) {
      first <- (n * q) %/% 4; last <- (n * (q + 1)) %/% 4
      other <- model(d, left_out = (first + 1):last, by_arms = FALSE)$effects[[e]]
      !is.null(other) && (other$log_ratio > 0) == (g$log_ratio > 0)})
    stable <- all(signs)
  }
  opposite <- by_day && !none && by_week && (weeks[[1]]$effects[[e]]$log_ratio > 0) != (g$log_ratio > 0)
  grade <- if (opposite) "unclear" else if (none && !by_week) "none" else if ((by_day || by_week) && capped) "hint" else
    if (by_day && !none && stable) "strong" else if (by_day || by_week) "moderate" else if (hinted) "hint" else "unclear"
  list(grade = grade, held_day = by_day, held_week = by_week, held_hint = hinted, capped = capped)
}
days_needed <- function(now, e, ratio) {
  a <- now$arms[[e]]; g <- now$effects[[e]]; rows <- a[["short_days"]] + a[["enough_days"]]
  rate <- (a[["short_spasms"]] + a[["enough_spasms"]]) / rows; share <- a[["short_days"]] / rows; r <- 1 / .35^2
  variance <- function(q) {l0 <- rate / (1 + share * (q - 1)); 1 / (q * l0 * share) + 1 / (l0 * (1 - share))}
  of_a_day <- if (lacking(now, e)) 1.5 * variance(ratio) * now$days / rows else g$se^2 * now$days * variance(ratio) / variance(g$posterior$ratio)
  spare <- function(n) {w <- n / of_a_day
    needed <- max(qnorm(.97) * sqrt((w + r) / w), sqrt((w + r) / w * (2 * log(3) + log((w + r) / r))))
    abs(log(ratio)) * sqrt(w) - needed - .20 - qnorm(.8)}
  if (spare(40000) < 0) NULL else if (spare(84) >= 0) 84 else uniroot(spare, c(84, 40000), tol = 1e-9)$root
}

results <- list()
for (name in c("P09_stress_in_part365", "P10_stress_null730", "P11_near_daily180", "P12_taken_after_spasms240", "P13_no_contrast300", "P14_over_a_week400")) {
  d <- read_diary(name); looks <- Filter(function(n) n >= 56, nrow(d) - c(0, 7, 14, 21, 28))
  days <- lapply(looks, function(n) model(d[seq_len(n), ])); weeks <- lapply(looks, function(n) model(d[seq_len(n), ], "week"))
  stopifnot(length(looks) == 5)
  results[[name]] <- list(day = days[[1]], week = weeks[[1]], exposures = lapply(setNames(nm = names(targets)), function(e) {
    unknown <- next_day_unknown(d, e); rows <- days[[1]]$arms[[e]]
    c(list(next_day_unknown = unknown, lead_p_shift = lead(d, e)),
      if (min(rows) > 0) list(days_needed = list(days_needed(days[[1]], e, 1.5), days_needed(days[[1]], e, 2))),
      verdict(d, e, days, weeks, unknown))}))
}
results$versions <- list(R = as.character(getRversion()), jsonlite = as.character(packageVersion("jsonlite")))
listed <- function(x) if (is.list(x)) lapply(x, listed) else if (length(x) > 1 && !is.null(names(x))) as.list(x) else x
write_json(listed(results), arguments[2], digits = NA, auto_unbox = TRUE, na = "null", null = "null")
