package backtalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Checks the files that are installed on a server. */
class DeployTest {
  private static final Path DEPLOY =
      Path.of(System.getProperty("backtalk.home", ".")).resolve("deploy");

  @Test
  void theBackupIsSandboxedLikeTheBot() throws IOException {
    List<String> bot = lines("backtalk.service");
    List<String> sandbox =
        bot.subList(bot.indexOf("ProtectSystem=strict"), bot.indexOf("[Install]")).stream()
            .filter(line -> line.matches("[A-Z]\\w+=.*"))
            .filter(line -> !line.startsWith("RestrictAddressFamilies="))
            .toList();

    assertThat(sandbox).hasSizeGreaterThan(20);
    assertThat(lines("backtalk-backup.service"))
        .containsAll(sandbox)
        .contains("PrivateNetwork=true", "RestrictAddressFamilies=AF_UNIX");
  }

  @Test
  void oldBackupsAreDeletedBeforeTheEighthDayEvenWhenTheCopyFails() throws IOException {
    assertThat(lines("backtalk-backup.service"))
        .filteredOn(line -> line.contains("-delete"))
        .singleElement()
        .asString()
        .startsWith("ExecStartPre=")
        .contains(" -mmin +9360 ");
  }

  @Test
  void filesThatRootRunsBelongToRoot() throws IOException {
    String install = Files.readString(DEPLOY.resolve("README.md"));

    assertThat(install)
        .contains("chown -hR root:root /opt/backtalk", "chmod -R u=rwX,go=rX /opt/backtalk")
        .doesNotContain("cp -a", "cp -p", "preserve=all", "preserve=ownership")
        .containsPattern("install -o root -g root -m 0644 deploy/\\*\\.service");
  }

  @Test
  void noCodeIsLoadedFromWhereTheBotCanWrite() throws IOException {
    for (String unit : new String[] {"backtalk.service", "backtalk-backup.service"}) {
      assertThat(String.join("\n", lines(unit))).as(unit).doesNotContain("java.io.tmpdir");
    }
  }

  private static List<String> lines(String file) throws IOException {
    return Files.readAllLines(DEPLOY.resolve(file));
  }
}
