# What reference.R and joint.R both need: lags and shifts on the calendar, and the calendar's own columns.
library(splines)
tight <- glm.control(epsilon = 1e-14, maxit = 200)
lagged <- function(x, l) {n <- length(x); i <- seq_len(n) - l; ifelse(i >= 1 & i <= n, x[pmax(1, pmin(n, i))], NA)}

spline_terms <- function(n, df) {t <- 0:(n - 1)
  if (df == 1) return(cbind(t))
  knots <- seq(0, n - 1, length.out = df + 1); ns(t, knots = knots[-c(1, df + 1)], Boundary.knots = c(0, n - 1))}
calendar <- function(d, full, df = max(1, nrow(d) %/% 60)) {
  if (full) cbind(1, sapply(2:7, function(k) as.numeric(d$dow == k)), unclass(spline_terms(nrow(d), df)))
  else cbind(1, as.numeric(d$dow >= 6), 0:(nrow(d) - 1))}

circular <- function(a, b, n) {k <- (a - b) %% n; pmin(k, n - k)}
shift_p <- function(t, at, guard = 7) {n <- length(t); s <- 0:(n - 1); null <- t[circular(s, at, n) > guard]; o <- t[at %% n + 1]
  list(observed = o, spread = sqrt(mean(null^2)), p = (1 + sum(abs(null) >= abs(o) - 1e-12)) / (1 + length(null)), shifts = length(null))}
score_statistics <- function(d, x, z) {
  n <- nrow(d); y <- d$spasms; known <- !is.na(y)
  m <- glm.fit(z[known, ], y[known], family = poisson(), control = tight)
  mu0 <- drop(exp(z %*% coef(m))); e <- ifelse(known, y - mu0, 0)
  w <- lm.wfit(z[!is.na(x), ], x[!is.na(x)], mu0[!is.na(x)]); r <- numeric(n); r[!is.na(x)] <- w$residuals
  sapply(0:(n - 1), function(s) {v <- r[(0:(n - 1) - s) %% n + 1]; sum(e * v) / sqrt(sum(e^2 * v^2))})
}
