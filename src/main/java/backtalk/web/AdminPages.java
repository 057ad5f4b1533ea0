package backtalk.web;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * Supplies the content of the pages. The suppliers are called for each request and must return
 * quickly.
 *
 * @param alive true while the loops of the process run
 * @param missing a few words for each reason why the bot cannot serve people now, without personal
 *     data; empty when it is ready
 * @param metrics in the Prometheus text format
 * @param webhook the endpoint for pushed updates; empty for a bot that polls
 */
public record AdminPages(
    BooleanSupplier alive,
    Supplier<List<String>> missing,
    Supplier<String> metrics,
    Optional<WebhookEndpoint> webhook) {}
