# Sourced by test.sh: runs test projects and reads their reports. Uses $projects, $results, $explicit, and adds to $passed, $failed, $flaky and $took.

# run <project>: all its tests. Leaves its report, its exit code and the seconds that it took in $results.
run() {
  local project=$1 begin=$SECONDS
  say "$project"
  if [ $project = model ]; then scripts/model.sh "$results/model.xml"; else execute "$project" "$project" -explicit $explicit; fi
  echo $? > "$results/$project.code"
  echo $((SECONDS - begin)) > "$results/$project.seconds"
}

# lane: of the projects that are wanted those that no other lane has taken, one after another; the longest stand first. What they say is shown when they have
# ended, since other lanes speak, too.
lane() {
  local project
  for project in "${projects[@]}"; do
    mkdir "$results/$project.taken" 2>/dev/null || continue
    run $project > "$results/$project.log" 2>&1
    cat "$results/$project.log"
  done
}

# execute <project> <report> <arguments …>
execute() {
  local project=$1 report=$2
  shift 2
  local settings=(
    # Within minutes neither a profile nor a second, better compilation of all but the hottest code pays for itself: a fifth of what services spend.
    DOTNET_TieredPGO=0 DOTNET_TC_CallCountThreshold=10000
    # Code is written where it runs, idle threads sleep instead of looking for work, and garbage is collected less often: another fifth.
    DOTNET_EnableWriteXorExecute=0 DOTNET_ThreadPool_UnfairSemaphoreSpinLimit=0 DOTNET_GCgen0size=0x10000000
  )
  # The suite is bound by the processors, and every service inherits these.
  env "${settings[@]}" dotnet "tests/$project/bin/Release/net10.0/$project.dll" -noLogo -noColor -showLiveOutput -result-xml "$results/$report.xml" "$@"
}

# total <report> <attribute>: a figure from its head; 0 when it was not written.
total() {
  local figure
  figure=$(grep -o '<assembly [^>]*>' "$results/$1.xml" 2>/dev/null | head -1 | grep -o " $2=\"[0-9]*\"" | tr -dc 0-9)
  echo "${figure:-0}"
}

# failures <report>: the tests that failed, "class method" a line, a theory's once for each of its cases.
failures() {
  grep -o '<test [^>]*>' "$results/$1.xml" 2>/dev/null | sed -n 's/.* result="Fail".* type="\([^"]*\)" method="\([^"]*\)".*/\1 \2/p'
}

# count <project>: its results into the totals. What failed is run once more alone.
count() {
  local project=$1 good bad broken code seconds
  good=$(total $project passed) bad=$(total $project failed) broken=$(total $project errors)
  code=$(cat "$results/$project.code") seconds=$(cat "$results/$project.seconds")
  took+=("$project: $seconds s")
  # A run that died, or that found nothing to run, is a failure as well.
  if [ $((bad + broken)) -eq 0 ] && { [ $code -ne 0 ] || [ $good -eq 0 ]; }; then
    echo "$project ended with code $code after $good passed tests."
    bad=1
  elif [ $bad -gt 0 ] && [ $explicit = off ]; then
    again $project
  fi
  passed=$((passed + good)) failed=$((failed + bad + broken))
}

# again <project>: runs what failed once more; more than five failures are no chance. Moves what passes now from $bad to $good and names it in $flaky, but for what is beyond two.
again() {
  local project=$1 cases class method number=0
  [ $bad -le 5 ] || return 0
  while read -r cases class method; do
    number=$((number + 1))
    say "$class.$method once more, alone"
    execute $project $project-$number -explicit off -method "$class.$method" < /dev/null && [ "$(total $project-$number passed)" -gt 0 ] || continue
    flaky+=("$class.$method")
    [ ${#flaky[@]} -gt 2 ] || good=$((good + cases)) bad=$((bad - cases))
  done < <(failures $project | sort | uniq -c)
}

# How long each part took, the slowest tests, and what passed at the second try only.
summary() {
  say "How long it took"
  printf '%s\n' "${took[@]}"
  echo "the slowest tests, in seconds:"
  cat "$results"/LabsToGo.*Tests.xml 2>/dev/null | grep -o '<test [^>]*>' | sed -n 's/.* name="\([^"]*\)".* time="\([0-9.]*\)".*/\2 \1/p' | sort -rn | head -10
  [ ${#flaky[@]} -eq 0 ] || printf '\n'
  for test in ${flaky[@]+"${flaky[@]}"}; do
    echo "flaky: $test"
  done
}
