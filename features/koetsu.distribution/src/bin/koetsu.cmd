@echo off
rem Starts Koetsu. Needs Java 17 or newer: %JAVA_HOME%, or java on the path.
setlocal
set "HERE=%~dp0.."
set "JAVA=java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
"%JAVA%" -XX:+UseSerialGC -Dfile.encoding=UTF-8 %KOETSU_JAVA_OPTIONS% -cp "%HERE%\lib\*;%HERE%\bundles\command-line\*;%HERE%\bundles\workbench\*" koetsu.launcher.internal.Main %*
exit /b %ERRORLEVEL%
