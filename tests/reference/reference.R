# Recomputes every figure that tests/stats compares with: Rscript tests/reference/reference.R DATA_DIR RESULTS_FILE
# Needs sandwich, jsonlite. Nothing here is fast; loops are written as the formulas are.
suppressMessages({library(sandwich); library(jsonlite)})
source(file.path(dirname(sub("--file=", "", grep("--file=", commandArgs(), value = TRUE))), "calendar_and_shifts.R"))
arguments <- commandArgs(trailingOnly = TRUE)
read <- function(name) read.csv(file.path(arguments[1], name))
results <- list()

targets <- c(fluid_ml = 2000, mg_mg = 350, k_mg = 3500)
diary <- function(name) {
  d <- read(name)
  for (x in names(targets)) d[[x]][d$status != "complete"] <- NA
  d$spasms[d$status == "none"] <- NA
  d
}
deficient <- function(d, x) as.numeric(d[[x]] < targets[[x]])

# ---- correlations -------------------------------------------------------------------------------------------------
correlate <- function(x, y) {
  ok <- !is.na(x) & !is.na(y)
  one <- function(method) {t <- suppressWarnings(cor.test(x[ok], y[ok], method = method, exact = FALSE)); list(r = unname(t$estimate), p = t$p.value)}
  list(n = sum(ok), pearson = one("pearson"), spearman = one("spearman"), kendall = one("kendall"))
}
air <- read("P01_airquality.csv")
pairs <- list(c("Ozone", "Solar.R"), c("Ozone", "Wind"), c("Ozone", "Temp"), c("Solar.R", "Wind"), c("Solar.R", "Temp"), c("Wind", "Temp"))
results$airquality$pairs <- lapply(pairs, function(v) c(list(x = v[1], y = v[2]), correlate(air[[v[1]]], air[[v[2]]])))
results$airquality$lagged <- lapply(0:7, function(l) c(list(lag = l), correlate(lagged(air$Temp, l), air$Ozone)))
for (name in c("P06_diary365", "P07_diary60")) {
  d <- diary(paste0(name, ".csv"))
  results$lagged[[name]] <- unlist(lapply(names(targets), function(x) lapply(0:7, function(l)
    c(list(exposure = x, lag = l), correlate(lagged(d[[x]], l), d$spasms)))), recursive = FALSE)
}
line <- lm(Ozone ~ Solar.R + Wind + Temp, air)
results$airquality$newey_west <- list(
  lags = 4, coefficient = unname(coef(line)), residual = unname(residuals(line)),
  bread = unname(vcov(line) / summary(line)$sigma^2),
  error = unname(sqrt(diag(NeweyWest(line, lag = 4, prewhite = FALSE)))),
  error_small_sample = unname(sqrt(diag(NeweyWest(line, lag = 4, prewhite = FALSE, adjust = TRUE)))))

# ---- multiplicity -------------------------------------------------------------------------------------------------
p <- c(.001, .008, .039, .041, .042, .06, .074, .205, .212, .216, .222, .251, .269, .275, .34, .341, .384, .569, .594, .696,
       .762, .94, .942, .975, .986, NA, 1e-12, 1)
results$multiplicity <- list(list(p = p, bh = p.adjust(p, "BH"), holm = p.adjust(p, "holm")))
for (group in list(results$airquality$pairs, results$lagged$P06_diary365, results$lagged$P07_diary60)) {
  q <- sapply(group, function(r) r$spearman$p)
  results$multiplicity <- c(results$multiplicity, list(list(p = q, bh = p.adjust(q, "BH"), holm = p.adjust(q, "holm"))))
}

# ---- count models -------------------------------------------------------------------------------------------------
poisson_fit <- function(formula, data) {
  m <- glm(formula, poisson, data, control = tight)
  mu <- fitted(m); y <- m$y
  list(model = m, coefficient = unname(coef(m)), names = names(coef(m)), error = unname(sqrt(diag(vcov(m)))), n = length(y),
       deviance = deviance(m), log_likelihood = as.numeric(logLik(m)), phi = sum((y - mu)^2 / mu) / m$df.residual,
       hc0 = unname(sqrt(diag(vcovHC(m, "HC0")))))
}
count_models <- function(data, formula) {
  formula <- as.formula(formula)
  f <- poisson_fit(formula, data)
  x <- model.matrix(f$model)
  f$model <- NULL
  c(list(design = unname(split(x, col(x))), y = model.response(model.frame(formula, data))), list(poisson = f))
}
epil <- read("P02_epil.csv"); quine <- read("P03_quine.csv"); warp <- read("P04_warpbreaks.csv")
epil$lbase <- log(epil$base / 4)  # lage stays centred, as MASS has it
warp$tension <- factor(warp$tension, c("L", "M", "H"))
results$counts <- list(
  epil_main = count_models(epil, "y ~ lbase * trt + lage + V4"), epil_simple = count_models(epil, "y ~ trt + lbase"),
  quine_main = count_models(quine, "Days ~ Eth + Sex + Age + Lrn"), quine_interactions = count_models(quine, "Days ~ Sex * Age + Eth * Lrn"),
  warpbreaks = count_models(warp, "breaks ~ wool * tension"))

# ---- diary models: errors by rows and by calendar -----------------------------------------------------------------
newey_west_calendar <- function(m, rows, n, lags, columns, adjust = TRUE) {
  x <- model.matrix(m); s <- matrix(0, n, ncol(x)); s[rows, ] <- x * (m$y - fitted(m))
  meat <- crossprod(s)
  for (k in seq_len(lags)) {g <- crossprod(s[(k + 1):n, , drop = FALSE], s[1:(n - k), , drop = FALSE]); meat <- meat + (1 - k / (lags + 1)) * (g + t(g))}
  v <- vcov(m); e <- sqrt(diag(v %*% meat %*% v)); if (adjust) e <- e * sqrt(length(rows) / m$df.residual)
  unname(e[columns])
}
history <- function(y) {n <- length(y); overall <- mean(y, na.rm = TRUE)
  sapply(seq_len(n), function(t) {v <- if (t > 1) y[max(1, t - 3):(t - 1)] else NA; v <- v[!is.na(v)]; log1p(if (length(v)) mean(v) else overall)})}
diary_model <- function(d, z, extra) {
  n <- nrow(d); lags <- round(n^(1 / 3)); x <- cbind(do.call(cbind, extra), z); rows <- which(!is.na(d$spasms) & rowSums(is.na(x)) == 0)
  data <- list(y = d$spasms[rows], x = x[rows, , drop = FALSE])
  f <- poisson_fit(y ~ x - 1, data); keep <- seq_along(extra)
  list(columns = names(extra), n = f$n, coefficient = f$coefficient[keep], error = f$error[keep], phi = f$phi, deviance = f$deviance,
       log_likelihood = f$log_likelihood, hc0 = f$hc0[keep], lags = lags,
       newey_west_calendar = newey_west_calendar(f$model, rows, n, lags, keep),
       newey_west_rows = newey_west_calendar(f$model, seq_along(rows), length(rows), lags, keep),
       sandwich_rows = unname(sqrt(diag(NeweyWest(f$model, lag = lags, prewhite = FALSE, adjust = TRUE)))[keep]))
}
for (name in c("P06_diary365", "P07_diary60")) {
  d <- diary(paste0(name, ".csv")); full <- name == "P06_diary365"
  magnesium <- deficient(d, "mg_mg"); z <- calendar(d, full); mg1 <- lagged(magnesium, 1)
  models <- list(unadjusted = diary_model(d, matrix(1, nrow(d), 1), list(mg1 = mg1)), adjusted = diary_model(d, z, list(mg1 = mg1)))
  if (full) {
    mutual <- list(mg1 = mg1, fl1 = lagged(deficient(d, "fluid_ml"), 1), k1 = lagged(deficient(d, "k_mg"), 1), stress = lagged(d$stress, 1))
    models$mutual <- diary_model(d, z, mutual)
    models$history <- diary_model(d, z, c(mutual, list(hist = history(d$spasms))))
    models$lead <- diary_model(d, z, list(mg1 = mg1, lead = lagged(magnesium, -1)))
    models$distributed <- diary_model(d, z, setNames(lapply(0:5, function(l) lagged(magnesium, l)), paste0("m", 0:5)))
  }
  results$diary_models[[name]] <- models
}

# ---- the shift-calibrated estimate --------------------------------------------------------------------------------
effect <- function(d, x, l) {
  n <- nrow(d); xl <- lagged(x, l); used <- which(!is.na(d$spasms) & !is.na(xl)); y <- d$spasms[used]; events <- sum(y)
  full <- events >= 60; z <- calendar(d, full)
  m <- glm(y ~ d1 + z - 1, poisson, list(y = y, d1 = xl[used], z = z[used, ]), control = tight)
  phi <- sum((y - fitted(m))^2 / fitted(m)) / m$df.residual
  lags <- floor(4 * (n / 100)^(2 / 9)); se <- sqrt(vcov(m)[1, 1])
  t <- score_statistics(d, x, z); shift <- shift_p(t, l); lead <- shift_p(t, -1)
  qp <- se * sqrt(max(1, phi)); nw <- newey_west_calendar(m, used, n, lags, 1)
  error <- max(qp, nw) * max(1, shift$spread); df <- max(8, shift$shifts / 6); b <- unname(coef(m)[1])
  on <- xl[used] == 1
  w <- fitted(m); vif <- se^2 * sum(w * (xl[used] - weighted.mean(xl[used], w))^2)
  weight <- 1 / error^2; r <- 1 / .35^2; mean <- b * weight / (weight + r); sd <- 1 / sqrt(weight + r)
  list(lag = l, pairs = length(used), events = events, x1 = sum(y[on]), t1 = sum(on), x0 = sum(y[!on]), t0 = sum(!on),
       coefficients = m$rank, full = full, log_ratio = b, model_error = se, dispersion = phi, dispersed_error = qp, lags = lags,
       persistent_error = nw, shift = shift, lead = lead, vif = vif, error = error, df = df,
       ci = exp(b + c(-1, 1) * qt(.975, df) * error), p = 2 * pt(-abs(b) / error, df),
       posterior = list(mean = mean, sd = sd, above_1 = pnorm(mean / sd), above_1_2 = pnorm((mean - log(1.2)) / sd), ci = exp(mean + c(-1, 1) * qnorm(.975) * sd)))
}
screen <- function(d, full) {
  n <- nrow(d); z <- calendar(d, full); t <- lapply(names(targets), function(x) score_statistics(d, deficient(d, x), z))
  u <- which(pmin(0:(n - 1), n - 0:(n - 1)) > 14) - 1; h <- expand.grid(lag = 0:7, exposure = 1:3)
  null <- mapply(function(l, e) t[[e]][(l + u) %% n + 1], h$lag, h$exposure); observed <- mapply(function(l, e) t[[e]][l + 1], h$lag, h$exposure)
  spread <- sqrt(colMeans(null^2)); zo <- abs(observed / spread); zn <- abs(sweep(null, 2, spread, "/")); order <- order(-zo); p <- numeric(24)
  for (k in seq_along(order)) {top <- apply(zn[, order[k:24], drop = FALSE], 1, max); p[k] <- (1 + sum(top >= zo[order[k]] - 1e-12)) / (1 + length(u))}
  step <- numeric(24); step[order] <- cummax(p)
  alone <- mapply(function(l, e) shift_p(t[[e]], l)$p, h$lag, h$exposure)
  list(shifts = length(u), exposure = names(targets)[h$exposure], lag = h$lag, t = observed, z = observed / spread, p_step_down = step, p_alone = alone)
}
shifted_spearman <- function(d, x) {
  n <- nrow(d); rx <- rank(x, na.last = "keep"); ry <- rank(d$spasms, na.last = "keep")
  r <- sapply(0:(n - 1), function(s) cor(rx[(0:(n - 1) - s) %% n + 1], ry, use = "complete.obs"))
  pairs <- sapply(0:7, function(s) sum(!is.na(rx[(0:(n - 1) - s) %% n + 1]) & !is.na(ry)))
  lapply(0:7, function(l) list(lag = l, pairs = pairs[l + 1], r = r[l + 1], p = shift_p(r, l)$p))
}
for (name in c("P06_diary365", "P07_diary60")) {
  d <- diary(paste0(name, ".csv"))
  for (x in names(targets)) {
    results$effect[[name]][[x]] <- lapply(0:2, function(l) effect(d, deficient(d, x), l))
    results$shifted_spearman[[name]][[x]] <- shifted_spearman(d, d[[x]])
    results$statistics[[name]][[x]] <- score_statistics(d, deficient(d, x), calendar(d, name == "P06_diary365"))
  }
  results$screen[[name]] <- screen(d, name == "P06_diary365")
}

# ---- rates, posterior, days needed --------------------------------------------------------------------------------
mid_p <- function(x1, t1, x0, t0) {
  n <- x1 + x0; if (n == 0) return(c(0, Inf, 1))
  upper <- function(b) {q <- plogis(b); pbinom(x1, n, q, lower.tail = FALSE) + dbinom(x1, n, q) / 2}
  lower <- function(b) {q <- plogis(b); pbinom(x1 - 1, n, q) + dbinom(x1, n, q) / 2}
  root <- function(f) exp(uniroot(function(b) f(b) - .025, c(-50, 50), tol = 1e-13)$root) * t0 / t1
  b0 <- log(t1 / t0)
  c(if (x1 == 0) 0 else root(upper), if (x0 == 0) Inf else root(lower), min(1, 2 * min(upper(b0), lower(b0))))
}
exact <- function(x1, t1, x0, t0) {
  odds <- function(q) q / (1 - q) * t0 / t1; n <- x1 + x0; q0 <- t1 / (t1 + t0)
  c(if (x1 == 0) 0 else odds(qbeta(.025, x1, x0 + 1)), if (x0 == 0) Inf else odds(qbeta(.975, x1 + 1, x0)),
    if (n == 0) 1 else min(1, 2 * min(pbinom(x1, n, q0), pbinom(x1 - 1, n, q0, lower.tail = FALSE))))
}
e_value <- function(r) {r <- if (r < 1) 1 / r else r; r + sqrt(r * (r - 1))}
counts <- read("P08_rate_pairs.csv")
results$rates <- lapply(seq_len(nrow(counts)), function(i) with(counts[i, ], {
  m <- mid_p(x1, t1, x0, t0); e <- exact(x1, t1, x0, t0); r <- (x1 / t1) / (x0 / t0); finite <- is.finite(r) && r > 0
  list(x1 = x1, t1 = t1, x0 = x0, t0 = t0, ratio = if (is.finite(r)) r else NA, exact = e[1:2], exact_p = e[3], mid_p = m[1:2], mid_p_p = m[3],
       e_value = if (finite) e_value(r) else NA,
       e_value_limit = if (m[1] > 1) e_value(m[1]) else if (m[2] < 1) e_value(m[2]) else 1)}))
results$posterior <- lapply(list(c(log(1.8), .25, .35), c(log(1.8), .25, .5), c(log(.7), .15, .35), c(log(3.5), .9, .35), c(0, .2, .35), c(log(1.25), .05, .35)), function(v) {
  w <- 1 / v[2]^2; r <- 1 / v[3]^2; mean <- v[1] * w / (w + r); sd <- 1 / sqrt(w + r); half <- sqrt((w + r) * log((w + r) / (r * .05^2))) / w
  list(log_ratio = v[1], error = v[2], prior_sd = v[3], mean = mean, sd = sd, above_1 = pnorm(mean / sd), above_1_2 = pnorm((mean - log(1.2)) / sd),
       ci = exp(mean + c(-1, 1) * qnorm(.975) * sd), bayes_factor = sqrt(r / (w + r)) * exp((v[1] * w)^2 / (2 * (w + r))), always_valid = exp(v[1] + c(-1, 1) * half))})
results$versions <- c(list(R = as.character(getRversion())), lapply(setNames(nm = c("sandwich", "jsonlite")), function(p) as.character(packageVersion(p))))
write_json(results, arguments[2], digits = NA, auto_unbox = TRUE, na = "null", null = "null")
