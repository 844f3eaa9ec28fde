# Rscript compare.R STORED NEW: every number in both, or say where they part. Exit 1 if any differs.
# Allowed: one part in a million, or 1e-9 near zero.
suppressMessages(library(jsonlite))
arguments <- commandArgs(trailingOnly = TRUE)
stored <- read_json(arguments[1]); new <- read_json(arguments[2])
count <- 0; worst <- 0; differing <- 0
differ <- function(place, a, b) {differing <<- differing + 1; cat(sprintf("%s: stored %s, now %s\n", place, format(a, digits = 15), format(b, digits = 15)))}
compare <- function(a, b, place) {
  if (place == "/versions") return(invisible())
  if (is.list(a) || is.list(b)) {
    if (!identical(names(a), names(b)) || length(a) != length(b)) return(differ(place, length(a), length(b)))
    keys <- if (is.null(names(a))) seq_along(a) else names(a)
    for (i in seq_along(a)) compare(a[[i]], b[[i]], paste0(place, "/", keys[i]))
    return(invisible())
  }
  count <<- count + 1
  if (is.null(a) && is.null(b)) return(invisible())
  if (!is.numeric(a) || !is.numeric(b)) {if (!identical(a, b)) differ(place, a, b); return(invisible())}
  distance <- abs(a - b)
  if (distance > 1e-9) worst <<- max(worst, distance / abs(a))
  if (distance > 1e-9 && !(distance <= 1e-6 * abs(a))) differ(place, a, b)
}
compare(stored, new, "")
cat("stored with: ", paste(names(stored$versions), unlist(stored$versions), collapse = ", "), "\n", sep = "")
cat("run with:    ", paste(names(new$versions), unlist(new$versions), collapse = ", "), "\n", sep = "")
cat(sprintf("%d figures, %d differ, largest relative difference %.1e\n", count, differing, worst))
quit(status = if (differing > 0) 1 else 0)
