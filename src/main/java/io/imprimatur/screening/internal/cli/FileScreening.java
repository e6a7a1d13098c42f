package io.imprimatur.screening.internal.cli;

import io.imprimatur.platform.ConsoleCommand;
import io.imprimatur.platform.Refusal;
import io.imprimatur.screening.Finding;
import io.imprimatur.screening.Screener;
import io.imprimatur.screening.ScreeningUnavailable;
import io.imprimatur.screening.Verdict;
import java.io.PrintWriter;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/** Screens one file after the other; one that cannot be screened does not stop the others. */
final class FileScreening {
    private final Screener screener;
    private final FileBytes bytes;
    private final @Nullable Format format;
    private final Report report;
    private final PrintWriter err;

    /** @param format of every file; null for what its name says */
    FileScreening(Screener screener, FileBytes bytes, @Nullable Format format, Report report, PrintWriter err) {
        this.screener = screener;
        this.bytes = bytes;
        this.format = format;
        this.report = report;
        this.err = err;
    }

    /** @return the exit code that this file alone would have */
    int screen(String file) {
        try {
            var screened = screened(file, bytes.text(file));
            report.tell(screened);
            return code(screened.verdict());
        } catch (Unreadable unreadable) {
            return failed(file, unreadable.sentence());
        } catch (Refusal refused) {
            return failed(file, refused.sentence());
        } catch (ScreeningUnavailable unavailable) {
            return failed(file, "This could not be screened.");
        } catch (StackOverflowError tooDeep) {
            return failed(file, "This is nested too deeply to be read.");
        }
    }

    private Screened screened(String file, String source) {
        var reading = Format.read(source, file, format);
        var screening = screener.screen(reading.text());
        var findings = screening.findings().stream()
                .map(finding -> inSource(finding, reading))
                .sorted(Comparator.comparingInt(Finding::start))
                .toList();
        return new Screened(file, source, screening.verdict(), findings);
    }

    private static Finding inSource(Finding finding, Reading reading) {
        var start = reading.sourceStart(finding.start());
        return finding.at(start, Math.max(start + 1, reading.sourceEnd(finding.end())));
    }

    private int failed(String file, String sentence) {
        report.tellFailure(file, sentence);
        err.println(Report.printable(file) + ": " + sentence);
        err.flush();
        return ConsoleCommand.FAILED;
    }

    private static int code(Verdict verdict) {
        return switch (verdict) {
            case CLEAR -> 0;
            case REVIEW -> 1;
            case BLOCK -> 2;
        };
    }
}
