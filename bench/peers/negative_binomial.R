# Negative binomial regression, 3,650 rows x 30 columns, in MASS. Processor time, best of 5. Debian: r-cran-mass.
suppressMessages(library(MASS))
set.seed(2)
days <- 3650
x <- cbind(matrix(rbinom(days * 6, 1, .4), days), matrix(rnorm(days * 23), days))
y <- rnbinom(days, size = 1.5, mu = exp(log(.3) + x %*% (.08 * rnorm(29))))
seconds <- replicate(5, system.time(fit <<- glm.nb(y ~ x))[["user.self"]])
cat(sprintf("R %s, MASS %s\nglm.nb: %.0f ms, theta %.4f\n", getRversion(), packageVersion("MASS"), 1000 * min(seconds), fit$theta))
