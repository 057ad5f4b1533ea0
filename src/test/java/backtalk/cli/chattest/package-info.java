@NullMarked
package backtalk.cli.chattest;

import org.jspecify.annotations.NullMarked;
