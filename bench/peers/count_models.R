# Counts of 3,650 days by 29 columns: Poisson, negative binomial and errors that allow for persistence. Milliseconds, the
# best of several. Debian: r-cran-mass, r-cran-sandwich.
suppressMessages({
  library(MASS)
  library(sandwich)
})
set.seed(7)
days <- 3650
columns <- 29
x <- matrix(rnorm(days * columns), days)
x[, 1:6] <- runif(days * 6) < 0.4
y <- rnbinom(days, size = 1.5, mu = exp(-1.2 + x %*% rnorm(columns, sd = 0.08)))
best <- function(run, times) 1000 * min(replicate(times, system.time(run())[["user.self"]]))
poisson_fit <- glm(y ~ x, family = poisson)
cat(sprintf("R glm(poisson)\t%.1f\n", best(function() glm(y ~ x, family = poisson), 7)))
cat(sprintf("R sandwich NeweyWest\t%.1f\n", best(function() NeweyWest(poisson_fit, lag = 9, prewhite = FALSE), 5)))
cat(sprintf("R MASS glm.nb\t%.1f\n", best(function() glm.nb(y ~ x), 3)))
