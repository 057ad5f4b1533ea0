package backtalk.web;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Supplies the content of the pages. The suppliers are called for each request and must return
 * quickly.
 *
 * @param alive true while the loops of the process run
 * @param metrics in the Prometheus text format
 * @param webhook the endpoint for pushed updates; empty for a bot that polls
 */
public record AdminPages(
    BooleanSupplier alive,
    Supplier<Readiness> readiness,
    Supplier<String> metrics,
    Optional<WebhookEndpoint> webhook) {}
