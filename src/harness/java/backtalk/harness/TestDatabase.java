package backtalk.harness;

import backtalk.config.Setting;
import backtalk.store.PostgresServer;
import backtalk.store.Store;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Holds a database with a ledger and the setting that names it.
 *
 * @param setting the setting that names the database
 * @param value the setting's value
 */
record TestDatabase(Ledger ledger, Setting setting, String value) {

  /** Creates a SQLite file in a folder. */
  static TestDatabase sqlite(Path folder) {
    Path data = folder.resolve("data");
    Store.open(data).close();
    Ledger ledger = new Ledger("jdbc:sqlite:" + data.resolve("backtalk.db"));
    ledger.install();
    return new TestDatabase(ledger, Setting.DATA_DIR, data.toString());
  }

  /** Creates a new database on a real server, which flushes to disk. */
  static TestDatabase postgres() {
    String address = PostgresServer.newDatabase();
    Store.shared(address).close();
    Ledger ledger = new Ledger(jdbc(URI.create(address)));
    ledger.install();
    return new TestDatabase(ledger, Setting.DATABASE_URL, address);
  }

  private static String jdbc(URI address) {
    List<String> owner = List.of(address.getUserInfo().split(":", 2));
    return "jdbc:postgresql://"
        + address.getHost()
        + ":"
        + address.getPort()
        + address.getPath()
        + "?user="
        + owner.getFirst()
        + "&password="
        + owner.getLast();
  }
}
