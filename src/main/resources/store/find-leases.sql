select name, holder, beat
from lease
