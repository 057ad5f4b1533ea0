package backtalk.harness;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The replicas of a run.
 *
 * @param postgres whether the store is a PostgreSQL server rather than a file
 * @param replicas how many; only on a server more than one
 * @param webhook whether updates are pushed rather than polled
 */
public record Lineup(boolean postgres, int replicas, boolean webhook) {

  Stock stock(Path folder) throws IOException {
    return postgres ? Stock.postgres() : Stock.sqlite(folder);
  }

  Fleet fleet(WorldProcess world, Stock stock, Path folder) {
    return new Fleet(world, stock, folder, replicas, webhook);
  }
}
